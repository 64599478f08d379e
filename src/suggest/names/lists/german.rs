//! German words that tell of names.

/// What stands right before the name of what it is, small, and its kind.
pub(super) const APPOSITIONS: [(&str, &str); 8] = [
    (
        "company",
        "konzern unternehmen firma gesellschaft büro kanzlei hersteller anbieter betreiber betreiberin entwickler händler versorger dienstleister zulieferer bank versicherer verlag start-up startup bauer reederei brauerei werft kette airline fluggesellschaft \
        holding spedition druckerei bäckerei molkerei makler mutterkonzern softwarehaus autobauer plattform dienst portal netzwerk beratung agentur genossenschaft supermarktkette discounter rivale rivalin konkurrent konkurrentin wettbewerber",
    ),
    (
        "place",
        "stadt hauptstadt gemeinde ort dorf insel provinz region bundesland bundesstaat landkreis kreis bezirk stadtteil hafen fluss see berg vorort ortsteil küstenort kleinstadt hafenstadt großstadt metropole halbinsel kanton emirat nachbarland wüste bucht tal",
    ),
    (
        "medium",
        "zeitung magazin sender nachrichtenagentur zeitschrift blatt nachrichtenportal nachrichtenseite tageszeitung wochenzeitung branchendienst branchenportal rundfunk fernsehsender podcast fachblatt",
    ),
    (
        "organisation",
        "organisation verband verein stiftung institut universität hochschule denkfabrik initiative bündnis gewerkschaft umweltverband forschungsinstitut menschenrechtsorganisation miliz gruppe bürgerinitiative forschungsgruppe verbraucherschutzorganisation nichtregierungsorganisation klub club",
    ),
    ("party", "partei fraktion regierungspartei oppositionspartei"),
    ("agency", "behörde aufsicht aufsichtsbehörde geheimdienst amt ministerium"),
    (
        "product",
        "modell programm software app sprachmodell chatbot chip prozessor betriebssystem schiff frachter fähre tanker satellit rakete sonde flugzeug programmiersprache projekt medikament wirkstoff impfstoff roman film buch serie album",
    ),
    ("government", "regierung"),
];

/// How words end that are called after what an institution is, small, and its kind. Compounds with them may be names even with an
/// article before them; by themselves they are not.
pub(super) const INSTITUTIONS: [(&str, &str); 7] = [
    ("government", "regierung ministerium senat magistrat kanzleramt staatskanzlei kabinett"),
    (
        "agency",
        "behörde amt agentur kommission aufsicht kammer polizei verwaltung direktion präsidium anstalt zentrale rechnungshof",
    ),
    ("court", "gericht gerichtshof staatsanwaltschaft anwaltschaft"),
    (
        "parliament",
        "parlament landtag bundestag stadtrat gemeinderat kreistag abgeordnetenhaus bürgerschaft unterhaus oberhaus repräsentantenhaus nationalrat",
    ),
    (
        "company",
        "gesellschaft genossenschaft bank konzern werke kasse sparkasse reederei werft versicherung betriebe holding brauerei verlag stadtwerke",
    ),
    (
        "organisation",
        "verband universität hochschule institut stiftung gewerkschaft akademie verein union bund rat klinik klinikum museum initiative bündnis kirche partei",
    ),
    (
        "medium",
        "zeitung rundfunk nachrichten anzeiger tagblatt tageblatt kurier bote rundschau allgemeine morgenpost",
    ),
];

/// What ends with such a word and is none.
pub(super) const NO_INSTITUTIONS: &str = "\
vorrat verrat heirat apparat quadrat unrat parkbank werkbank datenbank hausrat blutbank sitzbank ehrenamt gesamtgesellschaft zivilgesellschaft wissensgesellschaft muttergesellschaft tochtergesellschaft weltgesellschaft leistungsgesellschaft aktiengesellschaft \
selbstverwaltung datenverwaltung dunkelkammer kraftwerke netzwerke stockwerke kunstwerke bergwerke werke meisterwerke gewerke bauwerke triebwerke handwerke eisenbahnunion warteschlange selbsthilfegruppe berufung krankenversicherung rentenversicherung haftpflichtversicherung lebensversicherung \
verbund vorbund schlüsselbund rettungsaktion direktion schätzung abendrot nachrichten kurznachrichten eilnachrichten fachrat beirat aufsichtsrat betriebsrat vorrat verwaltungsrat zentralbank notenbank großbank privatbank investmentbank förderbank hausbank regionalbank \
staatskasse kriegskasse gemeindekasse portokasse konsortialbank krankenkasse steuerverwaltung mutterkonzern tochterkonzern großkonzern energiekonzern technologiekonzern techkonzern medienkonzern chemiekonzern autokonzern stahlkonzern ölkonzern pharmakonzern rüstungskonzern \
tageszeitung wochenzeitung schülerzeitung boulevardzeitung lokalzeitung einheitspartei regierungspartei oppositionspartei schwesterpartei volkspartei großkirche dorfkirche schulverwaltung wasserversorgung energieversicherung dachverband branchenverband fachverband umweltverband \
industrieverband wirtschaftsverband berufsverband bürgerinitiative elterninitiative fußballverein sportverein bürgerverein heimatverein trägerverein förderverein ursachenverein privatuniversität eliteuniversität fachhochschule kunsthochschule forschungsinstitut marktforschungsinstitut meinungsforschungsinstitut \
aufsichtsbehörde finanzaufsicht gesundheitsbehörde sicherheitsbehörde ermittlungsbehörde genehmigungsbehörde regulierungsbehörde wettbewerbsbehörde nachrichtenagentur werbeagentur ratingagentur ratingagenturen leiharbeitsagentur minderheitsregierung vorgängerregierung militärregierung zentralregierung \
übergangsregierung stadtverwaltung schulaufsicht heimaufsicht landbote eilbote kurierdienst europarat kreditanstalt badeanstalt haftanstalt justizvollzugsanstalt unikliniken privatklinik reha-klinik tierklinik spezialklinik heimatmuseum freilichtmuseum";

/// Verbs beside which stands who says so.
pub(super) const SAYING: &str = "\
sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten teilte teilten berichtete berichtet berichteten berichten schrieb schreibt schrieben meldete meldet meldeten melden warnte warnt warnten warnen kritisierte kritisiert kritisierten forderte fordert forderten \
behauptete behauptet bestätigte bestätigt bestätigten bestritt bestreitet dementierte dementiert räumte räumt kündigte kündigt kündigten verwies verweist ergänzte urteilte schätzt schätzte meinte meint glaubt glaubte hofft hoffte rechnet rechnete erinnert erinnerte nennt nannte spricht sprach \
versicherte beteuerte entgegnete antwortete fragte fragt argumentiert argumentierte rät riet klagte klagt lobte lobt begrüßte begrüßt zitiert zitierte verteidigte verteidigt widersprach widerspricht beklagt beklagte mahnt mahnte erläuterte erläutert resümiert findet";

/// Finite verbs that follow who acts, at the beginning of a sentence.
pub(super) const VERBS: &str = "\
ist war hat hatte will wollte kann konnte soll sollte wird wurde würde muss musste darf durfte dürfte könnte müsste möchte plant plante setzt setzte baut baute kauft kaufte verkauft verkaufte liefert lieferte gilt galt gehört gehörte bleibt blieb kommt kam geht ging steht stand liegt lag \
macht machte gibt gab zieht zog hält hielt führt führte nimmt nahm lehnt lehnte weist wies verlangt verlangte prüft prüfte arbeitet arbeitete investiert investierte produziert produzierte betreibt betrieb entwickelt entwickelte verzeichnet verzeichnete reagiert reagierte \
wartet wartete lässt ließ sieht sah bietet bot braucht brauchte zahlt zahlte verliert verlor gewinnt gewann startet startete schließt schloss öffnet öffnete streicht strich beginnt begann gründete leitet leitete übernimmt übernahm beschäftigt wirft warf erwartet erwartete droht drohte \
wohnt wohnte lebt lebte kennt kannte weiß wusste hört hörte trägt trug stellt stellte legt legte stimmt stimmte rechnet rechnete erhielt erhält bekam bekommt vergleicht verglich beteiligt versprach verspricht wehrt wehrte beruft berief profitiert profitierte";

/// Words after which a noun by itself needs an article: what has a capital there is a name more often than not.
pub(super) const PREPOSITIONS: &str = "in aus nach bei von mit für gegen durch über um bis ab gegenüber an laut seit zwischen ohne nahe unweit südlich nördlich östlich westlich rund wegen neben hinter vor";

/// Words that make of what follows a noun, small.
pub(super) const DETERMINERS: &str = "\
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines mein meine meinen meinem meiner meines dein deine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure \
dieser diese dieses diesen diesem jener jene jenes jenen jenem jede jeder jedes jeden jedem alle aller allen alles viele vieler vielen mehrere mehrerer mehreren einige einiger einigen manche mancher manchen wenige weniger wenigen beide beider beiden solche solcher solchen welche welcher welches welchen welchem \
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend im am zum zur vom beim ins ans aufs ums fürs übers etwas mehr genug viel wenig sämtliche sämtlicher sämtlichen deren dessen etliche etlicher etlichen zwanzig dreißig vierzig fünfzig hunderte tausende allerlei dutzende kaum";

/// Articles that a name may have.
pub(super) const ARTICLES: &str = "der die das den dem des im am zum zur vom beim ins ans";

/// Before a hyphen no name, small.
pub(super) const FIRST_PARTS: &str = "\
lkw pkw tech cloud parallel ki ai e it pc tv online offline software hardware internet export import start top ex co vize video auto diesel atom solar wind gas öl strom daten mega giga kilo tera super ultra mini maxi multi anti pro pre post neo semi quasi pseudo nicht non \
euro dollar cent prozent jahres monats wochen tages high low open social live on off web app chip corona covid impf klima bio öko elektro nano mikro makro meta bau industrie wirtschafts handels finanz banken billig luxus premium marken kult fan hit pop rock rap hip science sci fake \
big small first last second best fast slow black white red green blue know work home office job team deep machine learning big new old smart schwarz rot grün gelb blau schwarze rote grüne weiß halb voll groß klein alt neu erst haupt neben ober unter mittel nord süd ost west kern rand \
us-";

/// Adjectives that begin names, without endings, with a capital.
pub(super) const NAME_ADJECTIVES: &str = "Deutsch Europäisch Vereinigt Vereint Schwarz Weiß Rot Grün Blau Neu Alt Groß Klein International National Bayerisch Sächsisch Hessisch Norddeutsch Süddeutsch Westdeutsch Ostdeutsch Bundesdeutsch Österreichisch Schweizerisch Russisch Chinesisch Amerikanisch Britisch Französisch Italienisch Evangelisch Katholisch Zentral Staatlich Königlich Kaiserlich Technisch Frei Öffentlich Allgemein Ständig Oberst Heilig Nah Fern Mittler Hoh Tief Kommunistisch Demokratisch Sozialistisch Islamisch Jüdisch";

/// With what the names of institutions begin of which a state has one: small.
pub(super) const STATES_OWN: &str = "\
bundes landes staats reichs innen außen finanz wirtschafts verkehrs umwelt gesundheits bildungs kultus wissenschafts justiz sozial arbeits verteidigungs energie landwirtschafts agrar digital handels forschungs familien verfassungs verwaltungs oberverwaltungs oberlandes europa zentral \
kartell patent statistik wetter netz zoll börsen finanzmarkt bank arzneimittel datenschutz verbraucher atom strahlen luftfahrt eisenbahn straßen wasser küsten bergbau geheim nachrichten verteidigung reederei raumfahrt klima forst fischerei schifffahrts seefahrts hydro geo lotsen hafen zentralbank national entwicklungs innenm";

/// After which a noun in the plural ends in *n*: what does not, and has no article, is a name.
pub(super) const DATIVES: &str = "aus bei mit nach von zu seit gegenüber nahe";

/// What streets and buildings end in, which are called after somebody, or by an adjective of a town.
pub(super) const STREETS: &str = "Straße Platz Allee Weg Tor Bahnhof Hafen Ufer Brücke Halle Gasse Damm Ring Chaussee Park Schule Kirche Stadion Arena Turm Werk Flughafen Messe Dom";

/// What mountains, waters and woods end in, small.
pub(super) const LANDSCAPES: &str = "tal berg bach see gebirge wald bucht moor forst alm kogel spitze horn gletscher joch pass sund fjord förde wattenmeer heide marsch hügel grund kamm";

/// With what nouns begin that end so and are no names, small.
pub(super) const NO_LANDSCAPES: &str = "alt neu ober unter groß klein hoch tief bade bagger fisch wasser misch laub nadel ur regen stau berg haupt rest schutz misch urwald stadt auen buchen eichen kiefern fichten wein müll schulden papier akten reise engpass über zu ab an bei vor nach weg ein aus durch auf vier drei zwei eng gegen hinter unter vorder mittel nord süd ost west end an";

/// Adverbs and the like with which sentences begin, small.
pub(super) const BEGINNINGS: &str = "\
danach zuvor davor dahinter daneben darunter demnach demzufolge derzeit derweil seither seitdem damals früher später bald jüngst kürzlich neulich unlängst vorerst vorher nachher oft häufig manchmal selten nie niemals stets immer überall nirgends irgendwo draußen drinnen oben unten links rechts vorn hinten allein \
gemeinsam zusammen insgesamt immerhin schließlich endlich offenbar hingegen indes indessen unterdessen währenddessen anschließend hinzu hierzu hierfür dorthin hierbei insofern insoweit somit mithin folglich ebenso ebenfalls genauso weiterhin ferner überdies obendrein nebenbei andererseits einerseits vielmehr stattdessen \
ansonsten sonst notfalls jedenfalls teils teilweise meist meistens mindestens höchstens wenigstens zumindest knapp beinahe nahezu gut schlecht klar sicher unklar fest fraglich offen möglich nötig wichtig richtig falsch wahr neu alt groß klein genau gerade eben freilich zweifellos gleich schnell langsam spät früh nachts tagsüber abends mittags \
vielleicht womöglich wohl kaum scheu dafür dagegen dahin dahinter danke bitte erstmals einmal zweimal mehrmals einst hinterher mitunter bislang nunmehr hingegen dazwischen obwohl wiederum übrigens schade kurzum soweit sobald solange sofern falls anders weder entweder trotz dank mangels anlässlich angesichts aufgrund infolge hinsichtlich bezüglich anstelle anstatt \
glaubt sieht hält kommt geht gibt nimmt steht liegt fehlt bleibt zeigt macht lässt wirkt stimmt heißt weiß ging kam stand lag blieb gab nahm sah hielt fiel begann hieß ließ zog trug";
