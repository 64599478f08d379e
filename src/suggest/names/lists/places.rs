//! Countries, regions and large cities, in German and English. Commas part them.

/// Countries with what else they are called: semicolons part the places.
pub(super) const COUNTRIES: &str = "\
Afghanistan; Ägypten, Egypt; Äthiopien, Ethiopia; Äquatorialguinea, Equatorial Guinea; Osttimor, East Timor, Timor-Leste; \
Zentralafrikanische Republik, Zentralafrikanischen Republik, Central African Republic; Guinea-Bissau; \
Salomonen, Solomon Islands; Albanien, Albania; Algerien, Algeria; Andorra; Angola; Argentinien, Argentina; \
Armenien, Armenia; Aserbaidschan, Azerbaijan; Australien, Australia; Bahamas; Bahrain; Bangladesch, Bangladesh; Barbados; \
Belarus, Weißrussland; Belgien, Belgium; Belize; Benin; Bhutan; Bolivien, Bolivia; \
Bosnien-Herzegowina, Bosnien und Herzegowina, Bosnien, Bosnia and Herzegovina, Bosnia-Herzegovina, Bosnia; Botswana; \
Brasilien, Brazil; Brunei; Bulgarien, Bulgaria; Burkina Faso; Burundi; Chile; \
China, Volksrepublik China, People’s Republic of China; Costa Rica; Dänemark, Denmark; \
Deutschland, Bundesrepublik Deutschland, Bundesrepublik, Germany; Dominikanische Republik, Dominican Republic; \
Dschibuti, Djibouti; Ecuador; Elfenbeinküste, Côte d’Ivoire, Ivory Coast; El Salvador; Eritrea; Estland, Estonia; Eswatini; \
Fidschi, Fiji; Finnland, Finland; Frankreich, France; Gabun, Gabon; Gambia; Georgien, Georgia; Ghana; Griechenland, Greece; \
Großbritannien, Vereinigtes Königreich, Vereinigten Königreich, Vereinigten Königreichs, UK, U.K., United Kingdom, Britain, Great Britain; \
Grönland, Greenland; Guatemala; Guinea; Guyana; Haiti; Honduras; Indien, India; Indonesien, Indonesia; Irak, Iraq; Iran; \
Irland, Ireland; Island, Iceland; Israel; Italien, Italy; Jamaika, Jamaica; Japan; Jemen, Yemen; Jordanien; \
Kambodscha, Cambodia; Kamerun, Cameroon; Kanada, Canada; Kap Verde, Cape Verde; Kasachstan, Kazakhstan; Katar, Qatar; \
Kenia, Kenya; Kirgistan, Kyrgyzstan; Kolumbien, Colombia; Komoren, Comoros; \
Demokratische Republik Kongo, Kongo, Democratic Republic of Congo, Congo; Kosovo; Kroatien, Croatia; Kuba, Cuba; Kuwait; \
Laos; Lesotho; Lettland, Latvia; Libanon, Lebanon; Liberia; Libyen, Libya; Liechtenstein; Litauen, Lithuania; \
Luxemburg, Luxembourg; Madagaskar, Madagascar; Malawi; Malaysia; Malediven, Maldives; Mali; Malta; Marokko, Morocco; \
Mauretanien, Mauritania; Mauritius; Mexiko, Mexico; Moldau, Moldawien, Moldova; Monaco; Mongolei, Mongolia; Montenegro; \
Mosambik, Mozambique; Myanmar, Birma, Burma; Namibia; Nepal; Neuseeland, New Zealand; Nicaragua; \
Niederlande, Niederlanden, Holland, Netherlands; Niger; Nigeria; Nordkorea, North Korea; Nordmazedonien, North Macedonia; \
Norwegen, Norway; Oman; Österreich, Austria; Pakistan; Palästina, Palestine; Panama; Papua-Neuguinea, Papua New Guinea; \
Paraguay; Peru; Philippinen, Philippines; Polen, Poland; Portugal; Puerto Rico; Ruanda, Rwanda; Rumänien, Romania; \
Russland, Russische Föderation, Russischen Föderation, Russia, Russian Federation; Sambia, Zambia; Samoa; \
Saudi-Arabien, Saudi Arabia; Schweden, Sweden; Schweiz, Switzerland; Senegal; Serbien, Serbia; Sierra Leone; \
Simbabwe, Zimbabwe; Singapur, Singapore; Slowakei, Slovakia; Slowenien, Slovenia; Somalia; Spanien, Spain; Sri Lanka; \
Südafrika, South Africa; Sudan; Südkorea, South Korea; Südsudan, South Sudan; Surinam, Suriname; Syrien, Syria; \
Tadschikistan, Tajikistan; Taiwan; Tansania, Tanzania; Thailand; Togo; Tonga; Trinidad und Tobago, Trinidad and Tobago; \
Tschad; Tschechien, Tschechische Republik, Tschechischen Republik, Czech Republic, Czechia; Tunesien, Tunisia; \
Türkei, Turkey; Turkmenistan; Uganda; Ukraine; Ungarn, Hungary; Uruguay; \
USA, US, U.S., U.S.A., Vereinigte Staaten, Vereinigten Staaten, Vereinigte Staaten von Amerika, Vereinigten Staaten von Amerika, United States of America, United States; \
Usbekistan, Uzbekistan; Vanuatu; Vatikan, Vatican; Venezuela; \
Vereinigte Arabische Emirate, Vereinigten Arabischen Emirate, Vereinigten Arabischen Emiraten, United Arab Emirates, UAE; \
Vietnam; Zypern, Cyprus; DDR, GDR; Sowjetunion, UdSSR, Soviet Union, USSR; Hongkong, Hong Kong; Macau; Tibet";

/// Parts of the world, of countries, and islands, those that have names in both languages with both.
pub(super) const REGIONS: &str = "\
Europa, Europe; Asien, Asia; Afrika, Africa; Amerika, America; Nordamerika, North America; Südamerika, South America; \
Lateinamerika, Latin America; Mittelamerika, Central America; Ozeanien, Oceania; Antarktis, Antarctica; Arktis, Arctic; \
Südostasien, Southeast Asia, South-East Asia; Ostasien, East Asia; Zentralasien, Central Asia; Südasien, South Asia; \
Westeuropa, Western Europe; Osteuropa, Eastern Europe; Mitteleuropa, Central Europe; Südeuropa, Southern Europe; \
Nordeuropa, Northern Europe; Naher Osten, Nahen Osten, Nahost, Middle East; Balkan, Balkans; Baltikum; \
Skandinavien, Scandinavia; Kaukasus, Caucasus; Karibik, Caribbean; Sahelzone, Sahel; Westafrika, West Africa; \
Ostafrika, East Africa; Nordafrika, North Africa; Krim, Crimea; Donbass, Donbas; \
Gazastreifen, Gaza-Streifen, Gaza Strip, Gaza; Westjordanland, West Bank; Nordsee, North Sea; Ostsee, Baltic Sea; \
Mittelmeer, Mediterranean; Schwarzes Meer, Schwarzen Meer, Black Sea; Rotes Meer, Roten Meer, Red Sea; \
Südchinesisches Meer, Südchinesischen Meer, South China Sea; Persischer Golf, Persischen Golf, Persian Gulf; \
Atlantik, Atlantic; Pazifik, Pacific; Alpen, Alps; Rhein, Rhine; Donau, Danube; Bayern, Bavaria; Sachsen, Saxony; \
Sachsen-Anhalt, Saxony-Anhalt; Thüringen, Thuringia; Hessen, Hesse; Niedersachsen, Lower Saxony; \
Nordrhein-Westfalen, NRW, North Rhine-Westphalia; Rheinland-Pfalz, Rhineland-Palatinate; Mecklenburg-Vorpommern; \
Schleswig-Holstein; Baden-Württemberg; Brandenburg; Saarland; Ruhrgebiet; Franken; Schwaben; Lausitz; Bretagne, Brittany; \
Normandie, Normandy; Katalonien, Catalonia; Andalusien, Andalusia; Toskana, Tuscany; Sizilien, Sicily; \
Südtirol, South Tyrol; Tirol, Tyrol; Kärnten, Carinthia; Steiermark, Styria; Vorarlberg; Burgenland; \
Niederösterreich, Lower Austria; Oberösterreich, Upper Austria; Schottland, Scotland; Wales; England; \
Nordirland, Northern Ireland; Flandern, Flanders; Wallonien, Wallonia; Schlesien, Silesia; Siebenbürgen, Transylvania; \
Kaliningrad; Sibirien, Siberia; Berg-Karabach, Nagorno-Karabakh; Südkaukasus, South Caucasus; Somaliland; \
Piemont, Piedmont; Lombardei, Lombardy; Elsass, Alsace; Lothringen, Lorraine; Provence; Galizien, Galicia; Böhmen, Bohemia; \
Mähren, Moravia; Pommern, Pomerania; Uckermark; Emsland; Ostfriesland; Nordfriesland; Eifel; Schwarzwald, Black Forest; \
Allgäu; Oberbayern, Upper Bavaria; Niederbayern; Unterfranken; Oberfranken; Mittelfranken; Oberpfalz; Pfalz; Vorpommern; \
Mecklenburg; Ostwestfalen; Westfalen, Westphalia; Rheinland, Rhineland; Münsterland; Sauerland; Hunsrück; Erzgebirge; \
Vogtland; Holstein; Wallis; Tessin; Graubünden; Aargau; Thurgau; Salzkammergut; Zillertal; Ötztal; Elbe; Oder; Weser; \
Mosel, Moselle; Neckar; Spree; Havel; Saale; Weichsel, Vistula; Themse, Thames; Seine; Wolga, Volga; Dnipro, Dnjepr; \
Mekong; Nil, Nile; Amazonas; Bodensee, Lake Constance; Zugspitze; Sylt; Helgoland; Fehmarn; Borkum; Norderney; Langeoog; Amrum; Rügen; Usedom; Mallorca, Majorca; Korsika, Corsica; \
Sardinien, Sardinia; Kreta, Crete; Azoren, Azores; Kanaren, Canary Islands; Spitzbergen, Svalbard; Färöer, Faroe Islands; \
Lappland, Lapland; Orkney, Orkney Islands; Shetland, Shetland Islands; Hebriden, Hebrides; Midlands; Highlands; Wessex; \
Donezk, Donetsk; Luhansk; Ärmelkanal, English Channel; Suezkanal, Suez Canal; Panamakanal, Panama Canal; \
Bosporus, Bosphorus; Straße von Hormus, Strait of Hormuz; Himalaya; Sahara; Patagonien, Patagonia; New England; Bay Area; \
Midwest; Appalachia; Tschetschenien, Chechnya; Kalifornien, California; Silicon Valley; Alabama; Alaska; Arizona; Arkansas; \
Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; \
Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; \
New Mexico; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; \
Tennessee; Texas; Utah; Vermont; Virginia; West Virginia; Wisconsin; Wyoming; Ontario; Quebec, Québec; British Columbia; \
Alberta; Manitoba; Nova Scotia; Queensland; Tasmania; New South Wales; Guangdong; Sichuan; Xinjiang; Fujian; Zhejiang; \
Jiangsu; Yunnan; Punjab; Kerala; Gujarat; Maharashtra; Kaschmir, Kashmir; Java; Sumatra; Borneo; Johor; Batam; Okinawa; \
Hokkaido; Kurdistan; Cornwall; Devon; Kent; Essex; Sussex; Norfolk; Suffolk; Yorkshire; Lancashire; Cumbria";

/// Cities, those that have names in both languages with both.
pub(super) const CITIES: &str = "\
Berlin; Hamburg; München, Munich; Köln, Cologne; Frankfurt am Main, Frankfurt; Stuttgart; Düsseldorf; Leipzig; Dortmund; \
Bremen; Dresden; Hannover, Hanover; Nürnberg, Nuremberg; Duisburg; Bochum; Wuppertal; Bielefeld; Bonn; Münster; Mannheim; \
Karlsruhe; Augsburg; Wiesbaden; Mönchengladbach; Gelsenkirchen; Aachen; Braunschweig, Brunswick; Chemnitz; Kiel; Magdeburg; \
Freiburg; Krefeld; Mainz; Lübeck; Erfurt; Oberhausen; Rostock; Kassel; Saarbrücken; Potsdam; Schwerin; Oldenburg; \
Osnabrück; Heidelberg; Darmstadt; Regensburg; Würzburg; Ingolstadt; Ulm; Göttingen; Wolfsburg; Heilbronn; Pforzheim; \
Bremerhaven; Koblenz; Jena; Trier; Cottbus; Zwickau; Flensburg; Konstanz; Tübingen; Bamberg; Bayreuth; Passau; Lüneburg; \
Stralsund; Greifswald; Görlitz; Gütersloh; Paderborn; Siegen; Hildesheim; Salzgitter; Leverkusen; Wilhelmshaven; Emden; \
Cuxhaven; Wien, Vienna; Graz; Linz; Salzburg; Innsbruck; Klagenfurt; Zürich, Zurich; Genf, Geneva; Basel; Bern; Lausanne; \
Luzern, Lucerne; St. Gallen; Winterthur; Paris; Marseille; Lyon; Toulouse; Nantes; Straßburg, Strasbourg; Bordeaux; Lille; \
Brüssel, Brussels; Antwerpen, Antwerp; Gent, Ghent; Brügge, Bruges; Den Haag, The Hague; Amsterdam; Rotterdam; Utrecht; \
Eindhoven; London; Manchester; Birmingham; Liverpool; Leeds; Sheffield; Bristol; Newcastle; Nottingham; Southampton; \
Portsmouth; Plymouth; Cambridge; Oxford; Brighton; Edinburgh; Glasgow; Aberdeen; Cardiff; Swansea; Belfast; Dublin; Cork; \
Lissabon, Lisbon; Porto; Madrid; Barcelona; Valencia; Sevilla, Seville; Bilbao; Rom, Rome; Mailand, Milan; Turin; \
Neapel, Naples; Venedig, Venice; Florenz, Florence; Genua, Genoa; Bologna; Palermo; Triest, Trieste; Athen, Athens; \
Thessaloniki; Kopenhagen, Copenhagen; Aarhus; Stockholm; Göteborg, Gothenburg; Malmö; Oslo; Helsinki; Reykjavik, Reykjavík; \
Tallinn; Riga; Vilnius; Warschau, Warsaw; Krakau, Krakow, Kraków; Danzig, Gdansk, Gdańsk; Breslau, Wroclaw, Wrocław; \
Prag, Prague; Brünn, Brno; Bratislava; Budapest; Bukarest, Bucharest; Sofia; Belgrad, Belgrade; Zagreb; Sarajevo; Skopje; \
Tirana; Pristina; Podgorica; Ljubljana; Chisinau; Kiew, Kyjiw, Kyiv, Kiev; Charkiw, Kharkiv; Odessa, Odesa; \
Lwiw, Lemberg, Lviv; Mariupol; Cherson, Kherson; Minsk; Moskau, Moscow; St. Petersburg, Sankt Petersburg, Saint Petersburg; \
Wladiwostok, Vladivostok; Tiflis, Tbilisi; Eriwan, Yerevan; Baku; Istanbul; Ankara; Izmir; Nikosia, Nicosia; Valletta; \
Beirut; Damaskus, Damascus; Aleppo; Jerusalem; Tel Aviv; Haifa; Ramallah; Amman; Bagdad, Baghdad; Mossul, Mosul; Basra; \
Teheran, Tehran; Isfahan; Riad, Riyadh; Dschidda, Jeddah; Mekka, Mecca; Doha; Dubai; Abu Dhabi; Maskat, Muscat; Sanaa; \
Aden; Kairo, Cairo; Alexandria; Tripolis, Tripoli; Tunis; Algier, Algiers; Rabat; Casablanca; Khartum, Khartoum; \
Addis Abeba, Addis Ababa; Nairobi; Mogadischu, Mogadishu; Kampala; Kigali; Daressalam, Dar es Salaam; Lagos; Abuja; Accra; \
Abidjan; Dakar; Bamako; Niamey; Kinshasa; Luanda; Lusaka; Harare; Maputo; Johannesburg; Kapstadt, Cape Town; Pretoria; \
Durban; Windhoek, Windhuk; Kabul; Kandahar; Islamabad; Karatschi, Karachi; Lahore; Neu-Delhi, New Delhi, Delhi; Mumbai; \
Kolkata; Bangalore, Bengaluru; Chennai; Hyderabad; Dhaka; Kathmandu; Colombo; Rangun, Yangon; Bangkok; Hanoi; \
Ho-Chi-Minh-Stadt, Ho Chi Minh City; Phnom Penh; Vientiane; Kuala Lumpur; Jakarta; Manila; Taipeh, Taipei; Peking, Beijing; \
Schanghai, Shanghai; Shenzhen; Guangzhou; Chongqing; Chengdu; Wuhan; Hangzhou; Tianjin; Nanjing; Xi’an; \
Ulan-Bator, Ulaanbaatar; Seoul; Busan; Pjöngjang, Pyongyang; Tokio, Tokyo; Osaka; Kyoto; Hiroshima; Nagasaki; Fukushima; \
Yokohama; Taschkent, Tashkent; Astana; Almaty; Bischkek, Bishkek; Sydney; Melbourne; Brisbane; Perth; Adelaide; Canberra; \
Auckland; Wellington; Christchurch; Washington, Washington D.C., Washington DC; New York, New York City; Los Angeles; \
Chicago; Houston; Phoenix; Philadelphia; San Antonio; San Diego; Dallas; San José, San Jose; Austin; San Francisco; \
Seattle; Denver; Boston; Detroit; Nashville; Memphis; Portland; Las Vegas; Baltimore; Milwaukee; Albuquerque; Sacramento; \
Atlanta; Miami; Oakland; Minneapolis; New Orleans; Cleveland; Pittsburgh; Cincinnati; St. Louis; Orlando; Honolulu; \
Anchorage; Palo Alto; Mountain View; Cupertino; Santa Clara; Toronto; Montreal, Montréal; Vancouver; Ottawa; Calgary; \
Edmonton; Mexiko-Stadt, Mexico City; Tijuana; Havanna, Havana; Port-au-Prince; Guatemala-Stadt, Guatemala City; Caracas; \
Bogotá, Bogota; Quito; Lima; La Paz; Santiago de Chile, Santiago; Buenos Aires; Montevideo; Asunción; Brasília; \
São Paulo, Sao Paulo; Rio de Janeiro, Rio; Davos; Cannes; Hollywood; Manhattan; Brooklyn; Erlangen; Fürth; Kempten; \
Rosenheim; Landshut; Ravensburg; Friedrichshafen; Offenburg; Gießen; Marburg; Fulda; Hanau; Offenbach; Worms; Speyer; \
Ludwigshafen; Kaiserslautern; Homburg; Neunkirchen; Solingen; Remscheid; Hagen; Bottrop; Recklinghausen; Gladbeck; Moers; \
Neuss; Ratingen; Velbert; Iserlohn; Lüdenscheid; Detmold; Herford; Minden; Celle; Wolfenbüttel; Goslar; Hameln; Stade; \
Nordhorn; Lingen; Aurich; Husum; Neumünster; Itzehoe; Norderstedt; Pinneberg; Wismar; Neubrandenburg; Güstrow; \
Eisenhüttenstadt; Eberswalde; Dessau; Wittenberg; Halberstadt; Merseburg; Naumburg; Bernburg; Aschersleben; Gera; Weimar; \
Gotha; Eisenach; Suhl; Nordhausen; Plauen; Freiberg; Bautzen; Riesa; Meißen; Pirna; Ansbach; Coburg; Schweinfurt; \
Aschaffenburg; Neu-Ulm; Memmingen; Kaufbeuren; Lindau; Garmisch-Partenkirchen; Traunstein; Berchtesgaden; Freising; Dachau; \
Erding; Villach; Wels; Dornbirn; Bregenz; Eisenstadt; Biel; Thun; Chur; Lugano; Schaffhausen; Stettin; Posen; Kattowitz; \
Lodz; Łódź; Metz; Nancy; Rennes; Grenoble; Montpellier; Nizza; Calais; Dünkirchen; Bozen; Meran; Verona; Padua; Bari; \
Catania; Groningen; Maastricht; Nijmegen; Arnheim; Odense; Aalborg; Esbjerg; Trondheim; Uppsala; Tampere; Turku; Leicester; \
Coventry; Norwich; Exeter; Derby; Sunderland; Middlesbrough; Bradford; Blackpool; Dundee; Inverness; Derry; Dover; Grimsby; \
Tampa; Columbus; Indianapolis; Omaha; Tulsa; Raleigh; Richmond; Buffalo; Rochester; Hartford; Boise; Tucson; Fresno; \
Newark; Springfield; Madison; Louisville; Jacksonville; Daegu; Incheon; Nagoya; Sapporo; Kobe; Fukuoka; Penang; Surabaya; \
Cebu; Davao; Mandalay; Chittagong; Peshawar; Herat; Shiraz; Erbil; Antalya; Bursa; Adana; Gaziantep; Mombasa; Kano; Ibadan; \
Kumasi; Tanger; Oran; Bengasi; Benghazi; Goma; Juba; Medellín; Cali; Guayaquil; Arequipa; Córdoba; Rosario; Recife; \
Curitiba; Manaus; Monterrey; Guadalajara; Cancún; Hormus; Rafah; Hebron; Nablus; Idlib; Homs; Saporischschja; Zaporizhzhia; \
Cherkassy; Poltawa; Butscha; Bachmut; Belgorod; Kursk; Rostow; Kasan; Nowosibirsk; Jekaterinburg; Salt Lake City; \
Kansas City; El Paso; Fort Worth; Long Beach; Jersey City; Little Rock; Baton Rouge; Des Moines; Da Nang; Belo Horizonte; \
Porto Alegre; Panama-Stadt, Panama City; St. Pölten; Kaohsiung; Hualien; Hsinchu; Guam; Reno; Santa Fe; Santa Barbara; \
San Bernardino; St. Paul; Stoke-on-Trent; King’s Lynn; Milton Keynes; Lake Placid";
