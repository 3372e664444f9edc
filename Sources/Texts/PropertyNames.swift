// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension ScenarioNames {
    /// What a property of a stream is called: known ones by their name, others by their id, as the tables have it.
    public func property(_ reference: Reference<Property>) -> Phrase {
        let id = tables.properties[reference].id
        return Self.properties[id.lowercased()] ?? Phrase(en: id.printable, vi: id.printable)
    }

    /// Properties that come up in waste, water and by-products, in the words of the standards that define them.
    private static let properties: [String: Phrase] = [
        "moisture": Phrase(en: "moisture", vi: "độ ẩm"),
        "ash": Phrase(en: "ash", vi: "độ tro"),
        "fines": Phrase(en: "fines", vi: "hạt mịn"),
        "oil": Phrase(en: "oil", vi: "dầu"),
        "ceramics": Phrase(en: "ceramics", vi: "gốm sứ"),
        "polyolefin": Phrase(en: "polyolefin", vi: "nhựa polyolefin"),
        "loi": Phrase(en: "loss on ignition", vi: "lượng mất khi nung"),
        "fe2o3": Phrase(en: "Fe2O3", vi: "hàm lượng Fe2O3"),
        "sio2": Phrase(en: "SiO2", vi: "hàm lượng SiO2"),
        "al2o3": Phrase(en: "Al2O3", vi: "hàm lượng Al2O3"),
        "cao": Phrase(en: "CaO", vi: "hàm lượng CaO"),
        "cod": Phrase(en: "COD", vi: "nhu cầu oxy hóa học (COD)"),
        "bod": Phrase(en: "BOD", vi: "nhu cầu oxy sinh hóa (BOD)"),
        "bod5": Phrase(en: "BOD5", vi: "nhu cầu oxy sinh hóa (BOD5)"),
        "tss": Phrase(en: "suspended solids (TSS)", vi: "tổng chất rắn lơ lửng (TSS)"),
        "tds": Phrase(en: "dissolved solids (TDS)", vi: "tổng chất rắn hòa tan (TDS)"),
        "salt": Phrase(en: "salt", vi: "độ mặn"),
        "salinity": Phrase(en: "salinity", vi: "độ mặn"),
        "chloride": Phrase(en: "chloride", vi: "clorua"),
        "chlorine": Phrase(en: "chlorine", vi: "clo"),
        "sulphur": Phrase(en: "sulphur", vi: "lưu huỳnh"),
        "sulfur": Phrase(en: "sulfur", vi: "lưu huỳnh"),
        "nitrogen": Phrase(en: "nitrogen", vi: "nitơ"),
        "phosphorus": Phrase(en: "phosphorus", vi: "phốt pho"),
        "impurities": Phrase(en: "impurities", vi: "tạp chất"),
        "contamination": Phrase(en: "contamination", vi: "tạp chất"),
    ]
}
