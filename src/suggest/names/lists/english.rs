//! English words that tell of names.

/// The last words of names and their kinds.
pub(super) const KINDS: [(&str, &str); 9] = [
    (
        "company",
        "Group Company Companies Holdings Holding Bank Airlines Airways Motors Motor Energy Industries Technologies Technology Systems Partners Capital Ventures Pharma Pharmaceuticals Studios Entertainment Foods Stores Brothers Bros Railways Shipping Lines Electric Semiconductor Semiconductors Software Networks Telecom Logistics Water Power Steel Oil Petroleum Insurance Trust Labs Works Utilities Breweries Brewery Freight Ferries Robotics Analytics Solutions",
    ),
    ("government", "Ministry Department Government Treasury Cabinet Kremlin Office"),
    (
        "agency",
        "Agency Commission Authority Administration Bureau Service Regulator Board Inspectorate Police Constabulary Ombudsman Commissioner Directorate Watchdog Executive",
    ),
    ("court", "Court Tribunal"),
    ("parliament", "Parliament Congress Senate Assembly House Bundestag Knesset Commons Lords Legislature"),
    ("party", "Party Democrats Greens Labour"),
    (
        "organisation",
        "University College Institute Institution Association Foundation Union Council Society Federation Committee Organization Organisation Academy School Hospital Museum Church Alliance Network Coalition Forum Fund Campaign Initiative Centre Center Laboratory Observatory Club Trust Confederation Army Navy Guard Force Forces",
    ),
    (
        "medium",
        "Times Post Journal News Herald Tribune Telegraph Gazette Observer Guardian Chronicle Examiner Courier Magazine Review Mail Mirror Star Press Radio Television Weekly Daily Echo Standard Argus",
    ),
    (
        "place",
        "River Street Road Avenue Island Islands Bay Harbour Harbor Port County City Lake Valley Mountains Coast Sea Ocean Strait Province Peninsula Bridge Square Park Airport Station Beach Hill Hills Heights Wharf Quay Creek Canyon Desert Gulf Peak Forest District Borough Village Point Sound Estuary Canal Docks Dock",
    ),
];

/// Words with a capital that are no names by themselves.
pub(super) const COMMON: &str = "\
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays \
Christmas Easter Ramadan Thanksgiving Halloween Covid God Bible Christian Christians Muslim Muslims Jewish Jews Catholic Catholics Protestant Protestants Islamic Islam Christianity Buddhist Hindu Sunni Shia \
Chinese American Americans British Briton Britons English French German Germans Italian Italians Spanish Dutch Swiss Austrian Austrians Russian Russians Ukrainian Ukrainians Polish Poles Japanese Korean Koreans Indian Indians Pakistani Israeli Israelis Palestinian Palestinians Arab Arabs Iranian Iranians Iraqi Syrian Syrians Turkish Turks Greek Greeks \
Swedish Swedes Norwegian Norwegians Danish Danes Finnish Finns Irish Scottish Welsh European Europeans African Africans Asian Asians Australian Australians Canadian Canadians Mexican Mexicans Brazilian Brazilians Egyptian Egyptians Saudi Taiwanese Vietnamese Thai Malaysian Indonesian Singaporean Filipino Portuguese Belgian Hungarian Czech Slovak Romanian Bulgarian Serbian Croatian \
Latin Western Eastern Northern Southern Soviet Nazi Communist Liberal Liberals Marxist Victorian Olympic Olympics Georgian Kenyan Nigerian Ethiopian Colombian Chilean Argentine Peruvian Cuban Venezuelan Afghan Estonian Latvian Lithuanian Icelandic Catalan Californian Texan Parisian Londoner Londoners \
I OK TV Article Section Chapter Figure Table Part Phase Round Level Grade Type Class Model Version Q1 Q2 Q3 Q4 H1 H2 Yes No Photo Image Read More Share Comments Comment Advertisement Subscribe Newsletter Related Editor Reporting Editing Writing Additional Updated Published Copyright Please Thanks Hello Dear Eurozone AD BC AM PM";

/// Words with which sentences begin and that are no names, however many capitals follow.
pub(super) const BEGINNINGS: &str = "\
About Above According Across Add Added Adding Additional Additionally Admittedly After Again Against Ahead All Almost Alone Along Already Also Although Always Amid Among An And Another Any Anyone Anything Apart Apparently Are Around As Ask Asked Asking At Away \
Back Backed Based Be Because Become Before Behind Being Below Beside Besides Better Between Beyond Big Both Bring Built But Buy Buying By Call Called Calling Can Cheap Citing Clearly Close Companies Company Compared Consider Construction Consumer Consumers Contrary Could Council Councillors Critics Current Currently Customers \
Data Day Days Demand Despite Did Do Does Doing Domestic Done Down Drivers Due During Each Earlier Early Earnings Either Electric Elsewhere Employees Energy Engineers Enough Environmental Especially Even Eventually Ever Every Everyone Everything Except Executives Expect Experts Export Exports \
Facing Faced Fans Far Farmers Few Fewer Fifteen Fifty Finally Financial Find Firms First Five Following For Forced Foreign Former Four From Full Further Future Generally Get Getting Given Global Go Going Good Government Great Green Ground Growing Growth Had Half Has Have Having He Her Here High Higher His Home House How However Huge Hundreds \
If Imports In Including Increasingly Indeed Industry Inflation Inside Instead Interest International Into Investigators Investment Investors Is It Its Join Joined Just Keep Keeping Key Know Known Labor Large Last Late Later Launched Lawmakers Lawyers Leaders Leading Least Led Left Less Let Like Likewise Little Local Located Long Look Looking Lower \
Made Main Major Make Making Many Market Markets Maybe Meanwhile Meeting Members Military Millions Ministers Moreover More Most Motorists Mostly Much Must My National Near Nearby Nearly Neither Never Nevertheless New News Next Nine No Nobody None Nonetheless Nor Not Nothing Now Nuclear Of Off Offered Official Officials Often Oil Old On Once One Ones Only Open Opened Opponents Opposition Or Other Others Otherwise Our Out Outside Over Overall Owners \
Parents Part Passengers Patients Perhaps Plans Planners Police Political Power Private Probably Producers Production Prices Profits Prosecutors Protesters Public Pupils Put Quite Rather Real Really Recent Recently Regional Regulators Remember Rents Reporters Reports Representatives Research Researchers Residents Retail Retailers Rising Rules Run Running \
Sales Same Say Saying Scientists Second Security See Seeing Senior September Set Seven Several Shareholders Shares She Shops Short Should Similar Similarly Since Six Sixty Small So Social Some Someone Something Sometimes Soon Sources Speaking Staff State Still Stock Stocks Stop Students Such Suddenly Supporters Suppliers Supply Sure Surely \
Take Taken Taking Talks Tax Teachers Tech Technology Ten Tens Than Thanks That The Their Them Then There Thereafter Therefore These They Think Third Thirty This Those Though Thousands Three Through Throughout Thus Time To Today Together Tomorrow Too Top Total Tourists Toward Towards Trade Traders Traffic Trains Twelve Twenty Two \
Ultimately Under Understand Unemployment Unions Unless Unlike Until Up Upon Use Used Users Using Usually Utilities Valued Very Via Viewers Villagers Visitors Voters Wages Want Was Water We Week Weeks Well Were What Whatever When Whenever Where Whereas Wherever Whether Which While Who Whoever Whole Whose Why Widely Wildlife Will Winning With Within Without Witnesses Women Workers Working World Would \
Year Years Yes Yesterday Yet You Young Your Asked Born Founded Currently Under Campaigners Analysts Economists Executives Officers Doctors Nurses Families Children Students Men Women People Everybody Somebody Nobody Shoppers Tenants Landlords Fishermen Sailors Divers Ferries Ships Buses Cars Trucks Homes Schools Hospitals Hotels Banks Lenders Insurers Builders Developers Makers Carriers Airlines";

/// Verbs beside which stands who says so.
pub(super) const SAYING: &str = "said says told added wrote argued warned announced claimed denied confirmed noted insisted reported acknowledged conceded stated explained believes thinks hopes declined testified recalled replied asked admitted complained joked predicted suggested tweeted posted agreed";

/// Small words inside of names of institutions, after which goes on what is called so.
pub(super) const LINKS: &str = "of for on";

/// What may go before such a word: `Bank of England`, but not `Apple of Monday`.
pub(super) const LINKED: &str = "\
Bank University Department Ministry House Church Institute Institution Museum Court Board Bureau Office Secretary Chamber College School Council Association Federation Union Society Academy Republic Kingdom Commonwealth Bay Gulf Isle Strait Cape State City County Port Sea Mouth Organization Organisation League Committee Commission Centre Center Foundation Agency Authority Administration \
Alliance Coalition Fund Trust Party Congress Confederation Campaign Campaigners Citizens Friends Doctors Reporters Royal Tower Battle Treaty Declaration Forum Network Group Order Port Movement Centers Initiative Conference Directorate Inspectorate Company Corporation Bureau Hospital Partnership Lloyd’s Lloyd's";

/// Words that may be part of a name and are none by themselves.
pub(super) const NEVER_ALONE: &str = "\
Internet Web Earth Act Bill Agreement Treaty Republic Kingdom State States Southeast Southwest Northeast Northwest North South East West Central Southeastern Northwestern Upper Lower New Old Great Grand Royal National International Federal Local Public General Special World Global United First Second Third Last Team Day Night Week Year Game Cup League \
Storm Hurricane Project Operation Building Hall Tower Gate Centre Plaza Campus Terminal Line Lane Way Close Drive Crescent Mount Saint St Miss Big Little Plus Pro One People Storms Internet";

/// Names with an apostrophe and an s that belongs to them.
pub(super) const OWN_POSSESSIVES: &str = "Lloyd McDonald Sotheby Christie Sainsbury Macy Levi Wendy Moody Kellogg Domino Lowe Morrison Denny Guy Earl Waterstone Foyle Papa Dunkin";

/// What ministries and institutes are for.
pub(super) const MATTERS: &str = "Industry Trade Energy Environment Welfare Work Pensions Technology Science Education Sport Culture Media Fisheries Food Rural Human Development Security Labour Labor Prevention Exploration Sciences";

/// Days and months.
pub(super) const TIMES: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December";
