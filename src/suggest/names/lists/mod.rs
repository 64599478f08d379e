//! What is known of words: lists made from general knowledge, for German and English.

mod english;
mod german;
mod nouns_de;
mod organisations;
mod people;
mod places;

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt as _, HashSet};

/// Words of which it is asked whether one is among them.
pub(super) type Words = LazyLock<HashSet<&'static str>>;

/// Kinds of actors by words that tell them.
pub(super) type Kinds = LazyLock<HashMap<&'static str, &'static str>>;

fn set(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

fn kinds(list: &[(&'static str, &'static str)]) -> HashMap<&'static str, &'static str> {
    list.iter().flat_map(|(kind, words)| words.split_whitespace().map(move |word| (word, *kind))).collect()
}

pub(super) static FIRST_NAMES: Words = LazyLock::new(|| set(people::FIRST_NAMES));
pub(super) static DOUBTFUL_FIRST_NAMES: Words = LazyLock::new(|| set(people::DOUBTFUL_FIRST_NAMES));
pub(super) static TITLES_DE: Words = LazyLock::new(|| set(people::TITLES_DE));
pub(super) static TITLES_EN: Words = LazyLock::new(|| set(people::TITLES_EN));
pub(super) static HALF_TITLES_EN: Words = LazyLock::new(|| set(people::HALF_TITLES_EN));

pub(super) static SAYING_DE: Words = LazyLock::new(|| set(german::SAYING));
pub(super) static VERBS_DE: Words = LazyLock::new(|| set(german::VERBS));
pub(super) static PREPOSITIONS_DE: Words = LazyLock::new(|| set(german::PREPOSITIONS));
pub(super) static DETERMINERS_DE: Words = LazyLock::new(|| set(german::DETERMINERS));
pub(super) static ARTICLES_DE: Words = LazyLock::new(|| set(german::ARTICLES));
pub(super) static STATES_OWN_DE: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| german::STATES_OWN.split_whitespace().collect());
pub(super) static NOUN_SURNAMES_DE: Words = LazyLock::new(|| set(people::NOUN_SURNAMES_DE));
pub(super) static SMALL_NAMES: Words = LazyLock::new(|| set("dpa taz al ver.di eBay iPhone"));
pub(super) static BEGINNINGS_DE: Words = LazyLock::new(|| set(german::BEGINNINGS));
pub(super) static DATIVES_DE: Words = LazyLock::new(|| set(german::DATIVES));
pub(super) static STREETS_DE: Words = LazyLock::new(|| set(german::STREETS));
pub(super) static LANDSCAPES_DE: Words = LazyLock::new(|| set(german::LANDSCAPES));
pub(super) static NO_LANDSCAPES_DE: Words = LazyLock::new(|| set(german::NO_LANDSCAPES));
pub(super) static FIRST_PARTS_DE: Words = LazyLock::new(|| set(german::FIRST_PARTS));
pub(super) static NAME_ADJECTIVES_DE: Words = LazyLock::new(|| set(german::NAME_ADJECTIVES));
pub(super) static NO_INSTITUTIONS_DE: Words = LazyLock::new(|| set(german::NO_INSTITUTIONS));
pub(super) static APPOSITIONS_DE: Kinds = LazyLock::new(|| kinds(&german::APPOSITIONS));
pub(super) static INSTITUTIONS_DE: Kinds = LazyLock::new(|| kinds(&german::INSTITUTIONS));
pub(super) static NOUN_HEADS_DE: Words = LazyLock::new(|| set(nouns_de::HEADS));
pub(super) static NOUNS_DE: Words = LazyLock::new(|| set(nouns_de::WHOLE));
pub(super) static NOUN_SUFFIXES_DE: Words = LazyLock::new(|| set(nouns_de::SUFFIXES));

pub(super) static KINDS_EN: Kinds = LazyLock::new(|| kinds(&english::KINDS));
pub(super) static NEVER_ALONE_EN: Words = LazyLock::new(|| set(english::NEVER_ALONE));
pub(super) static OWN_POSSESSIVES_EN: Words = LazyLock::new(|| set(english::OWN_POSSESSIVES));
pub(super) static MATTERS_EN: Words = LazyLock::new(|| set(english::MATTERS));
pub(super) static TIMES_EN: Words = LazyLock::new(|| set(english::TIMES));
pub(super) static COMMON_EN: Words = LazyLock::new(|| set(english::COMMON));
pub(super) static BEGINNINGS_EN: Words = LazyLock::new(|| set(english::BEGINNINGS));
pub(super) static SAYING_EN: Words = LazyLock::new(|| set(english::SAYING));
pub(super) static LINKS_EN: Words = LazyLock::new(|| set(english::LINKS));
pub(super) static LINKED_EN: Words = LazyLock::new(|| set(english::LINKED));

/// The forms of companies that end their names.
pub(super) static LEGAL_FORMS: Words = LazyLock::new(|| {
    set(
        "AG GmbH SE KG KGaA OHG UG eG eV Inc Ltd Limited LLC LLP PLC plc Plc Corp Corporation Co NV N.V. BV B.V. SA S.A. SpA S.p.A. AB ASA Oyj Sarl GbR mbH Pty",
    )
});

/// Parties that are called as adjectives and common nouns are.
pub(super) static PARTIES_DE: Words = LazyLock::new(|| set("Grüne Grünen Linke Linken Union"));

/// Capitals only, and no name.
pub(super) static COMMON_ACRONYMS: Words = LazyLock::new(|| {
    set(
        "KI AI IT PC PCS TV CEO CFO COO CTO CIO EDV LKW PKW DNA RNA USB GPS API APIS GPU GPUS CPU CPUS LED HTTP HTTPS PDF SMS WLAN FAQ OK UV AKW ICE MW GW KW TW GWH MWH KWH TWH VR AR ML LLM LLMS HIV AIDS BIP GDP IPO MRT KMU NGO NGOS NRO \
         PR HR PS ID IQ ADHS DIY RAM ROM SSD HDD URL HTML XML SQL CSV DSL LTE SIM PIN TAN IBAN EUR USD GBP CHF CO ETF ETFS CD CDS DVD DVDS MP MPS VIP VIPS DJ ÖPNV SUV SUVS USP ROI B2B B2C AM PM AD BC CET MEZ MESZ GMT UTC PCR CT EKG \
         GAU II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX XXI LNG LPG PV PFAS NOX CCS CSR ESG SARS AGB BGB STGB GG QR FAX SOS UFO UFOS OP AC DC RFID NFC VPN DNS IP ASIC FPGA HBM DRAM NAND SPAC MBA PHD BA MA DIN ISO EN",
    )
});

/// Capitals or digits among small letters, and no name.
pub(super) static COMMON_SHAPES: Words = LazyLock::new(|| {
    set(
        "kWh MWh GWh TWh kW MHz GHz kHz CO2 CO2e km2 m2 m3 PhD mRNA eID GmbH KGaA eG eV mbH PCs NGOs GPUs CPUs LLMs APIs LKWs PKWs TVs CEOs MPs SUVs ETFs DVDs CDs KIs AIs IDs H1 H2 Q1 Q2 Q3 Q4 S1 ePaper eBook eBooks eCommerce iOS-App pH dB kB MB GB TB PM2 A1 A2 A3 A4 A5 B1 B2 C1 C2 G5",
    )
});

/// A name that a list has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// Which entry it is of: the same of all names of one.
    pub(super) entry: usize,
    /// The word of its kind.
    pub(super) kind: &'static str,
    /// It is a city: surnames are often the same.
    pub(super) is_city: bool,
}

/// Names with what they are: words parted by one blank, hyphens as blanks.
pub(super) static LISTED: LazyLock<HashMap<String, Listed>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let places = [places::COUNTRIES, places::REGIONS, places::CITIES].map(|list| ("place", list));
    let lists = places.into_iter().chain(organisations::ORGANISATIONS);
    let lines = lists.flat_map(|(kind, list)| list.split(';').map(move |line| (kind, line)));
    let cities =
        [places::COUNTRIES, places::REGIONS].map(|list| list.split(';').count()).iter().sum::<usize>();
    for (entry, (kind, line)) in lines.enumerate() {
        let is_city = kind == "place" && entry >= cities;
        for name in line.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            names.entry(name.replace('-', " ")).or_insert(Listed { entry, kind, is_city });
        }
    }
    names
});

/// The most words of a name that a list has.
pub(super) const MOST_LISTED_WORDS: usize = 5;
