//! Institutions, parties, media and companies that are named in many articles. Commas part names of the same one.

/// What they are, and which; semicolons part them.
pub(super) const ORGANISATIONS: [(&str, &str); 8] = [
    (
        "organisation",
        "\
Europäische Union, Europäischen Union, European Union, EU; Nato, NATO; \
Vereinte Nationen, Vereinten Nationen, United Nations, Uno, UNO, UN, U.N.; \
Weltgesundheitsorganisation, World Health Organization, World Health Organisation, WHO; Unesco, UNESCO; Unicef, UNICEF; \
OPEC, Opec; OECD; G7; G20; ASEAN, Asean; Brics, BRICS; Weltklimarat, IPCC; Greenpeace; Amnesty International; \
Human Rights Watch; Reporter ohne Grenzen, Reporters Without Borders; Ärzte ohne Grenzen, Médecins Sans Frontières; \
Rotes Kreuz, Rote Kreuz, Roten Kreuz, Red Cross; WWF; BUND; Nabu, NABU; ADAC; DGB; Verdi, Ver.di, ver.di; IG Metall; Hamas; \
Hisbollah, Hezbollah; Taliban; Islamic State, Islamischer Staat, Islamische Staat, Islamischen Staat, Isis, ISIS, ISIL; al-Qaida, Al-Kaida, al-Qaeda; Fifa, FIFA; Uefa, UEFA; IOC; DFB; \
Max-Planck-Gesellschaft, Max Planck Society; Fraunhofer-Gesellschaft; Helmholtz-Gemeinschaft; MIT; Wasserwacht; Bergwacht; \
DLRG; THW, Technisches Hilfswerk, Technische Hilfswerk, Technischen Hilfswerk; Caritas; Diakonie; \
ETH Zürich, ETH Zurich, ETH; EFF, Electronic Frontier Foundation",
    ),
    (
        "government",
        "\
Bundesregierung; Weißes Haus, Weiße Haus, Weißen Haus, Weißen Hauses, White House; Kreml, Kremlin; Downing Street; \
Kanzleramt, Bundeskanzleramt; Auswärtiges Amt, Auswärtige Amt, Auswärtigen Amt, Auswärtigen Amts, Foreign Office; Pentagon",
    ),
    (
        "agency",
        "\
EU-Kommission, Europäische Kommission, Europäischen Kommission, European Commission; Weltbank, World Bank; \
Internationaler Währungsfonds, Internationale Währungsfonds, Internationalen Währungsfonds, International Monetary Fund, IWF, IMF; \
Welthandelsorganisation, World Trade Organization, World Trade Organisation, WTO; \
Europäische Zentralbank, Europäischen Zentralbank, European Central Bank, EZB, ECB; Federal Reserve, Fed; Bundesbank; \
Bundesnetzagentur; Bundeskartellamt; Bundeswehr; Bafin, BaFin; BSI; BKA, Bundeskriminalamt; BND, Bundesnachrichtendienst; \
Verfassungsschutz; Robert-Koch-Institut, RKI, Robert-Koch-Instituts; Europol; Interpol; Frontex; FBI; CIA; NSA; Nasa, NASA; \
ESA; FDA; FCC; FTC; SEC; IAEA, IAEO; Treasury",
    ),
    (
        "parliament",
        "\
Bundestag; Bundesrat; \
EU-Parlament, Europaparlament, Europäisches Parlament, Europäische Parlament, Europäischen Parlament, European Parliament; \
Capitol Hill; Congress; Knesset; Duma; House of Commons; House of Lords; House of Representatives",
    ),
    (
        "court",
        "\
Bundesverfassungsgericht; Bundesgerichtshof, BGH; \
Europäischer Gerichtshof, Europäische Gerichtshof, Europäischen Gerichtshof, European Court of Justice, EuGH; \
Internationaler Strafgerichtshof, Internationale Strafgerichtshof, Internationalen Strafgerichtshof, International Criminal Court; \
Supreme Court; High Court",
    ),
    (
        "party",
        "\
SPD; CDU; Freie Wähler, Freien Wähler, Freien Wählern; Linkspartei, Linke, Linken; Grüne, Grünen; Union, CDU/CSU; \
Labour, Labour Party, Lab; Conservatives, Conservative, Conservative Party, Tory, Tories; \
Liberal Democrats, Lib Dems, Liberal Democrat, Lib Dem; Republicans, Republican, Republican Party, GOP; \
Democrats, Democrat, Democratic, Democratic Party; Green Party; Scottish National Party, SNP; Plaid Cymru; Sinn Féin; DUP; \
Reform UK; CSU; FDP; AfD; BSW; Bündnis 90; ÖVP; FPÖ; SPÖ; SVP",
    ),
    (
        "medium",
        "\
dpa, Deutsche Presse-Agentur, Deutschen Presse-Agentur; Reuters, Thomson Reuters; AFP, Agence France-Presse; \
Associated Press, AP; Bloomberg; Financial Times; New York Times; Washington Post; Wall Street Journal; Guardian; BBC; CNN; \
CNBC; NBC; CBS; Fox News; Al Jazeera, Al-Dschasira; Economist; Politico; Spiegel; \
Süddeutsche Zeitung, Süddeutschen Zeitung, SZ; \
Frankfurter Allgemeine Zeitung, Frankfurter Allgemeinen Zeitung, Frankfurter Allgemeine, Frankfurter Allgemeinen, FAZ, F.A.Z.; \
Handelsblatt; Tagesspiegel; taz; ARD; ZDF; ORF; SRF; NDR; WDR; MDR; SWR; Tagesschau; Deutschlandfunk; Le Monde; El País; \
Nikkei; Xinhua; Tass; Wikipedia",
    ),
    (
        "company",
        "\
Google; Alphabet; Apple; Microsoft; Amazon; Amazon Web Services, AWS; Meta; Facebook; Mastodon; Reddit; Zoom; \
SoftBank, Softbank; Qualcomm; AMD; TSMC; ASML; Infineon; Thyssenkrupp; Continental; Adidas; Puma; Aldi; Lidl; Rewe; Edeka; \
Saturn; Mediamarkt; Zalando; DHL; Ryanair; Eurowings; Easyjet; Maersk; Hapag-Lloyd; Equinor; Orsted, Ørsted; Novartis; \
Roche; Nestlé; Credit Suisse; UBS; Pfizer; Biontech, BioNTech; Moderna; Astrazeneca, AstraZeneca; Nvidia; Tesla; OpenAI; \
Anthropic; Intel; Samsung; Huawei; Alibaba; Tencent; Baidu; Tiktok, TikTok; ByteDance; Siemens; Volkswagen, VW; \
Mercedes-Benz, Mercedes; BMW; Porsche; Audi; Bosch; Bayer; BASF; SAP; Airbus; Boeing; Lufthansa; \
Deutsche Bank, Deutschen Bank; Deutsche Bahn, Deutschen Bahn; Deutsche Telekom, Deutschen Telekom, Telekom; \
Deutsche Post, Deutschen Post; Commerzbank; Allianz SE; Eon, E.on, E.ON; RWE; Vattenfall; EnBW; Uniper; Gazprom; Shell; BP; \
Exxon Mobil, ExxonMobil; Toyota; Sony; Nokia; Ericsson; IBM; Cisco; Netflix; Disney; Uber; Airbnb; Spotify; Twitter; \
Instagram; Whatsapp, WhatsApp; Youtube, YouTube; Linkedin, LinkedIn; Goldman Sachs; JPMorgan; Blackrock, BlackRock",
    ),
];
