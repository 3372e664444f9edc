// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension PlaceFault {
    static func modeCarriesNothing(_ mode: String, _ unit: Unit) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "Nothing can go by “\(mode)”: no resource that it may carry is measured like its unit, \(unit.symbol.english).",
                vi:
                    "Không thể chở gì bằng “\(mode)”: không tài nguyên nào mà nó được chở có cùng loại đơn vị với \(unit.symbol.vietnamese)."
            ),
            mend: Phrase(
                en: "Correct the mode's unit or resources, or remove the mode.",
                vi: "Sửa unit hoặc resources của phương thức, hoặc bỏ phương thức này."))
    }

    static func noReach(_ id: String, _ traveller: Traveller) -> FaultText {
        let problem =
            switch traveller {
            case .mode:
                Phrase(en: "“\(id)” goes 0 km: nothing can go by it.", vi: "“\(id)” đi được 0 km: không thể chở gì bằng phương thức này.")
            case .resource:
                Phrase(
                    en: "“\(id)” may travel 0 km: it can be exchanged with nobody outside the gate.",
                    vi: "“\(id)” được vận chuyển 0 km: không thể trao đổi với ai ngoài hàng rào.")
            }
        return FaultText(
            problem: problem,
            mend: Phrase(en: "Leave max_km blank where any distance will do.", vi: "Để trống max_km nếu khoảng cách nào cũng được."))
    }

    static func nothingArrives(_ mode: String, _ loss: Double, _ after: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(mode)” loses \(Phrase.percent(loss).english) of the load per km: after \(Phrase.kilometres(after).english) nothing is left.",
                vi:
                    "“\(mode)” hao hụt \(Phrase.percent(loss).vietnamese) lượng chở trên mỗi km: sau \(Phrase.kilometres(after).vietnamese) không còn gì."
            ),
            mend: Phrase(
                en: "Write loss_per_km as a share for one km: 0.2% is 0.002.",
                vi: "Ghi loss_per_km theo tỷ lệ cho một km: 0,2% là 0,002."))
    }

    static func unlikelyDetour(_ detour: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "distance.detour is \(Phrase.number(detour).english): roads would be \(Self.roads(detour).english).",
                vi: "distance.detour bằng \(Phrase.number(detour).vietnamese): đường đi sẽ \(Self.roads(detour).vietnamese)."),
            mend: Phrase(
                en: "Give the length of the roads over that of the straight line; it is 1.3 where nothing is given.",
                vi: "Điền tỷ số giữa chiều dài đường đi và đường thẳng; nếu để trống thì là 1,3."))
    }

    private static func roads(_ detour: Double) -> Phrase {
        detour < 1
            ? Phrase(en: "shorter than the straight line", vi: "ngắn hơn đường thẳng")
            : Phrase(
                en: "\(Phrase.number(detour).english) times as long as the straight line",
                vi: "dài gấp \(Phrase.number(detour).vietnamese) lần đường thẳng")
    }
}
