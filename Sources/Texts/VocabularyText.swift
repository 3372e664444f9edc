// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension ResourceKind {
    /// What the kind is called.
    public var name: Phrase {
        switch self {
        case .material: Phrase(en: "material", vi: "vật liệu")
        case .water: Phrase(en: "water", vi: "nước")
        case .energy: Phrase(en: "energy", vi: "năng lượng")
        case .product: Phrase(en: "product", vi: "sản phẩm")
        }
    }
}

extension SubstitutionUse {
    /// What the use is called.
    public var name: Phrase {
        switch self {
        case .reuse: Phrase(en: "reuse", vi: "tái sử dụng")
        case .recycling: Phrase(en: "recycling", vi: "tái chế")
        case .composting: Phrase(en: "composting", vi: "ủ phân hữu cơ")
        case .energyRecovery: Phrase(en: "energy recovery", vi: "thu hồi năng lượng")
        }
    }
}

extension DisposalRoute {
    /// What the route is called.
    public var name: Phrase {
        switch self {
        case .landfill: Phrase(en: "landfill", vi: "chôn lấp")
        case .incineration: Phrase(en: "incineration", vi: "thiêu đốt")
        case .composting: Phrase(en: "composting", vi: "ủ phân hữu cơ")
        case .recycling: Phrase(en: "recycling", vi: "tái chế")
        case .reuse: Phrase(en: "reuse", vi: "tái sử dụng")
        case .treatment: Phrase(en: "treatment", vi: "xử lý")
        case .discharge: Phrase(en: "discharge", vi: "xả thải")
        case .sale: Phrase(en: "sale", vi: "bán")
        case .energyRecovery: Phrase(en: "energy recovery", vi: "thu hồi năng lượng")
        }
    }
}

extension FlowRole {
    /// What the role is called.
    public var name: Phrase {
        switch self {
        case .input: Phrase(en: "input", vi: "đầu vào")
        case .output: Phrase(en: "output", vi: "đầu ra")
        }
    }
}

extension Objective {
    /// The word of the specification: `cost`, `ghg`, `waste`, `virgin` or `weights`.
    public var keyword: String {
        switch self {
        case .cost: "cost"
        case .ghg: "ghg"
        case .waste: "waste"
        case .virgin: "virgin"
        case .weights: "weights"
        }
    }

    /// What is made small, in a sentence.
    public var name: Phrase {
        switch self {
        case .cost: Phrase(en: "yearly cost", vi: "chi phí hằng năm")
        case .ghg: Phrase(en: "greenhouse gas", vi: "khí nhà kính")
        case .waste: Phrase(en: "waste", vi: "chất thải")
        case .virgin: Phrase(en: "virgin material", vi: "nguyên liệu nguyên sinh")
        case .weights:
            Phrase(
                en: "weighted sum of cost, gas, waste and virgin material",
                vi: "tổng có trọng số của chi phí, khí nhà kính, chất thải và nguyên liệu nguyên sinh")
        }
    }
}

extension Table {
    /// What the table's rows are called, for `count` of them.
    public func rows(_ count: Int) -> Phrase {
        let number = Phrase.count(count)
        let (one, many, vietnamese) = words
        let noun = Phrase(en: plural(count, one, many), vi: vietnamese)
        return Phrase(en: "\(number.english) \(noun.english)", vi: "\(number.vietnamese) \(noun.vietnamese)")
    }

    private var words: (String, String, String) {
        switch self {
        case .resources: ("resource", "resources", "tài nguyên")
        case .parks: ("park", "parks", "khu")
        case .firms: ("firm", "firms", "doanh nghiệp")
        case .outputs: ("output", "outputs", "đầu ra")
        case .needs: ("need", "needs", "nhu cầu")
        case .qualities: ("quality figure", "quality figures", "số liệu chất lượng")
        case .substitutions: ("substitution", "substitutions", "quan hệ thay thế")
        case .modes: ("transport mode", "transport modes", "phương thức vận chuyển")
        case .routes: ("route", "routes", "tuyến")
        case .processes: ("process", "processes", "công đoạn xử lý")
        case .processFlows: ("process flow", "process flows", "dòng vật chất của công đoạn")
        case .contracts: ("contract", "contracts", "hợp đồng")
        case .periods: ("period", "periods", "kỳ")
        case .storages: ("storage", "storages", "kho chứa")
        case .projects: ("project", "projects", "dự án")
        case .declarations: ("declaration", "declarations", "kê khai")
        case .types: ("type of a firm", "types of firms", "loại hình doanh nghiệp")
        }
    }
}
