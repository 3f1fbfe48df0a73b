//! Names that nobody has: birds, fish, trees and weather.

/// Given names, in use in the Netherlands today: girls.
pub(crate) const MEISJES: &[&str] = &[
    "Noor", "Mila", "Evi", "Saar", "Zoë", "Loïs", "Fenna", "Lotte", "Yara", "Nora", "Elif", "Şeyma", "Amira", "Romy",
    "Puck", "Fien", "Jasmijn", "Lina", "Maud", "Renée", "Anaïs", "Hanna", "Isa", "Julia", "Kiki", "Liv", "Malak",
    "Nina", "Olivia", "Pleun", "Roos", "Sofie", "Tess", "Vera", "Wende", "Ximena", "Yasmina", "Zeynep", "Aya", "Bo",
    "Charlie", "Dina", "Esmée", "Femke", "Guusje", "Hailey", "Inaya", "Jolie", "Kato", "Lieke", "Meryem", "Naomi",
    "Oona", "Philou", "Quinty", "Rosalie", "Senna", "Tirza", "Ümran", "Veerle",
];

/// Given names: boys.
pub(crate) const JONGENS: &[&str] = &[
    "Sam", "Bram", "Jaap", "Daan", "Levi", "Finn", "Noah", "Mees", "Luuk", "Adem", "Yusuf", "Jayden", "Tijn", "Sem",
    "Gijs", "Joris", "Kasper", "Lars", "Milan", "Niels", "Olivier", "Pim", "Quinten", "Ruben", "Stijn", "Thijs",
    "Umut", "Vince", "Willem", "Xavi", "Yassin", "Zakaria", "André", "Björn", "Cas", "Dex", "Elias", "Floris",
    "Guus", "Hidde", "Ilyas", "Jesse", "Koen", "Loek", "Mohammed", "Nathan", "Oğuz", "Pepijn", "Raúl", "Siem",
    "Teun", "Vik", "Wout", "Youssef", "Zeb", "René", "Jelle", "Morris", "Owen", "Boaz",
];

/// Surnames that need no prefix.
pub(crate) const ACHTERNAMEN: &[&str] = &[
    "Appelvink", "IJsvogel", "Kievit", "Roerdomp", "Zonnevis", "Graspieper", "Zonnedauw", "Wielewaal", "Karekiet",
    "Winterkoning", "Goudhaantje", "Boomklever", "Braamsluiper", "Buizerd", "Dodaars", "Fitis", "Fluiter", "Fuut",
    "Geelgors", "Grutto", "Heggenmus", "Houtsnip", "Keep", "Kluut", "Koekoek", "Koolmees", "Kuifeend", "Lepelaar",
    "Merel", "Nachtegaal", "Oeverloper", "Ooievaar", "Pestvogel", "Pimpelmees", "Putter", "Regenwulp", "Rietzanger",
    "Roodborst", "Scholekster", "Sijs", "Smient", "Snor", "Spotvogel", "Spreeuw", "Staartmees", "Steenloper",
    "Tapuit", "Tjiftjaf", "Torenvalk", "Tureluur", "Veldleeuwerik", "Visdief", "Vuurgoudhaan", "Waterhoen",
    "Wespendief", "Witgat", "Wulp", "Zeeëend", "Zilverreiger", "Zwartkop", "Alver", "Baars", "Bittervoorn", "Blei",
    "Brasem", "Driedoorn", "Elft", "Elrits", "Fint", "Grondel", "Karper", "Kolblei", "Kwabaal", "Meerval",
    "Modderkruiper", "Pos", "Rietvoorn", "Rivierdonderpad", "Ruisvoorn", "Serpeling", "Snoekbaars", "Spiering",
    "Sprot", "Vetje", "Winde", "Zeeforel", "Zeelt", "Zeenaald", "Zonnebaars", "Motregen", "Ochtendnevel", "Poolwind",
    "Regenboog", "Rijp", "Schapenwolk", "Sneeuwvlok", "Stapelwolk", "Voorjaarsbui", "Windvlaag", "Zomeravond",
    "Avondrood", "Dauwdruppel", "Kruidkers", "Lijsterbes", "Meidoorn", "Moerasspirea", "Ratelpopulier", "Sleedoorn",
    "Veenbes", "Wederik", "Zilverspar",
];

/// Surnames with the prefix that goes before them.
pub(crate) const ACHTERNAMEN_MET: &[(&str, &str)] = &[
    ("de", "Zonnevis"), ("de", "Snoek"), ("de", "Ooievaar"), ("de", "Kraai"), ("de", "Zeeëgel"), ("de", "Bonte Kraai"),
    ("van", "Nevelmeer"), ("van", "Wolkendijk"), ("van", "Regenwold"), ("van den", "Berkenboom"), ("van den", "Zeewind"),
    ("van der", "Zwaluw"), ("van der", "Lijster"), ("van der", "Mistbank"), ("van de", "Dauwworm"), ("van de", "Wolkenlucht"),
    ("van 't", "Winterkoninkje"), ("van 't", "Ochtendrood"), ("in 't", "Riet"), ("op den", "Duintop"), ("ter", "Wilgen"),
    ("ten", "Elzen"), ("uit den", "Regen"), ("el", "Flamingo"), ("van", "Zomerbui"), ("de", "Bonte Specht"),
];

/// What makes the names of schools.
pub(crate) const SCHOOLNAMEN: &[&str] = &[
    "De Regenboog", "De Wilde Eend", "Het Kraaiennest", "De Zilverreiger", "De Grutto", "Het Zwaluwnest", "De Bonte Specht",
    "De Zonnedauw", "Het Ochtendgloren", "De Stapelwolk", "De IJsvogel", "De Kievitsbloem", "De Wielewaal",
    "De Windvaan", "Het Elzenbos", "De Berkentop", "De Lijsterbes", "Het Uilennest", "De Notenkraker", "De Waterjuffer",
    "De Roerdomp", "Het Wilgenroosje", "De Hazelaar", "De Ooievaar", "De Zonnebaars", "De Motvlinder", "De Karekiet",
    "Het Avondrood", "De Dauwdruppel", "De Meerval", "De Nachtegaal", "De Poolster", "De Schapenwolk", "De Torenvalk",
    "Het Veenmos", "De Vuurvlieg", "De Watervlo", "De Zeeschuimer", "De Zonnewijzer", "De Sneeuwgors", "De Tureluur",
    "De Kolibrie", "De Korenwolf", "De Kruisbek", "De Kwikstaart", "De Libel", "De Merelhof", "De Noordenwind",
    "De Oeverzwaluw", "De Paardenbloem", "De Pimpelmees", "De Populier", "De Rietkraag", "De Rozenbottel",
    "De Scholekster", "De Slobeend", "De Spotvogel", "De Steenuil", "De Sterappel", "De Tapuit", "De Tuinfluiter",
    "De Vlaamse Gaai", "De Voorjaarsbui", "De Waterlelie", "De Wespendief", "De Winterkoning", "De Wolkenridder",
    "De Zandloper", "De Zeearend", "De Zomertortel", "De Zonnevis", "De Zwarte Els",
];

/// The first half of places and municipalities.
pub(crate) const PLAATS_EEN: &[&str] = &[
    "Nevel", "Ochtend", "Wolken", "Kievits", "Reigers", "Dauw", "Zwaluw", "Regen", "Zonne", "Roerdomp", "Wulpen",
    "Mist", "Lijster", "Avond", "Merel", "Grutto", "IJsvogel", "Spreeuwen", "Hagel", "Vlinder", "Winter", "Libellen",
    "Karper", "Baarzen", "Uilen", "Sneeuw", "Otter", "Zeelt", "Buien", "Fuut",
];

/// The second half.
pub(crate) const PLAATS_TWEE: &[&str] =
    &["meer", "wold", "dijk", "horst", "ven", "waard", "akker", "kerke", "sluis", "gaarde", "oever", "stee", "kamp"];

/// Streets.
pub(crate) const STRATEN: &[&str] = &[
    "Roerdomplaan", "Zonnevisstraat", "Kievitspad", "Motregenweg", "Wolkenplein", "Karekietstraat", "Graspieperhof",
    "Zeeltsingel", "Lijsterbeslaan", "Nevelkade", "Dauwdreef", "Wielewaalhof", "Snoekbaarsweg", "Stapelwolkstraat",
    "Ochtendpad", "Berkentopweg", "Fuutstraat", "Windvlaaglaan", "Meidoornsteeg", "Rietzangerpad",
];

/// First letters of people of whom letters name only those.
pub(crate) const VOORLETTERS: &[&str] = &[
    "A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "I.", "J.", "K.", "L.", "M.", "N.", "O.", "P.", "R.", "S.", "T.",
    "V.", "W.", "Y.", "Z.",
];
