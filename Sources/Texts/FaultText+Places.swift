// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension PlaceFault {
    static func noCoordinates(_ place: String, _ partner: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(place)” and “\(partner)” could exchange, but nothing tells how far apart they are: “\(place)” has no coordinates and no park that has.",
                vi:
                    "“\(place)” và “\(partner)” có thể trao đổi với nhau nhưng không có gì cho biết khoảng cách giữa hai nơi: “\(place)” không có tọa độ và không thuộc khu công nghiệp nào có tọa độ."
            ),
            mend: Phrase(
                en: "Give “\(place)” a latitude and a longitude or a park that has them, or add a row to routes.",
                vi: "Điền latitude và longitude cho “\(place)”, ghi một khu công nghiệp đã có tọa độ, hoặc thêm một dòng vào bảng routes."))
    }

    static func nowhere(_ firm: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(firm)” has neither coordinates nor a park, and no route leads to it: it can exchange with nobody else.",
                vi:
                    "“\(firm)” không có tọa độ, không thuộc khu công nghiệp nào và không có tuyến nào dẫn tới: không thể trao đổi với ai khác."
            ),
            mend: Phrase(
                en: "Give its latitude and longitude, name its park, or add its routes.",
                vi: "Điền latitude và longitude, ghi khu công nghiệp ở cột park, hoặc thêm tuyến trong bảng routes."))
    }

    static func parkWithoutCoordinates(_ park: String, _ members: Int) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "The park “\(park)” has no coordinates and no route: \(Phrase.count(members).english) \(plural(members, "place", "places")) in it without coordinates can exchange within the park only.",
                vi:
                    "Khu “\(park)” không có tọa độ và không có tuyến nào: \(Phrase.count(members).vietnamese) cơ sở trong khu không có tọa độ riêng nên chỉ có thể trao đổi trong nội bộ khu."
            ),
            mend: Phrase(
                en: "Give the park a latitude and a longitude, or add its routes.",
                vi: "Điền latitude và longitude cho khu, hoặc thêm tuyến trong bảng routes."))
    }

    static func outOfTheWorld(_ place: String, _ point: Coordinates, _ system: String) -> FaultText {
        if system == "EPSG:4326" {
            return FaultText(
                problem: Phrase(
                    en:
                        "“\(place)” stands at \(point.written.english): Earth has no such point (latitude is −90 to 90, longitude −180 to 180).",
                    vi:
                        "“\(place)” có \(point.written.vietnamese): trên Trái Đất không có điểm này (vĩ độ từ −90 đến 90, kinh độ từ −180 đến 180)."
                ),
                mend: Phrase(
                    en: "Correct the coordinates; a decimal mark may be missing.", vi: "Sửa tọa độ; có thể đã thiếu dấu thập phân."))
        }
        return FaultText(
            problem: Phrase(
                en: "The coordinates of “\(place)” name no point on Earth in \(system).",
                vi: "Tọa độ của “\(place)” không ứng với điểm nào trên Trái Đất trong hệ \(system)."),
            mend: Phrase(
                en: "Write the northing as latitude and the easting as longitude, in metres, or correct distance.crs.",
                vi: "Ghi tọa độ bắc vào latitude và tọa độ đông vào longitude, tính bằng mét, hoặc sửa distance.crs."))
    }

    static func metresForDegrees(_ place: String, _ point: Coordinates, _ count: Int) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(place)” stands at \(point.written.english): these are metres of a projected system, not degrees (\(Phrase.count(count).english) \(plural(count, "place", "places")) in all).",
                vi:
                    "“\(place)” có \(point.written.vietnamese): đây là số mét của một hệ tọa độ phẳng, không phải độ (tổng cộng \(Phrase.count(count).vietnamese) nơi)."
            ),
            mend: Phrase(
                en: "Name the system in scenario.yaml, such as distance.crs: EPSG:5899, or give degrees of latitude and longitude.",
                vi: "Ghi hệ tọa độ trong scenario.yaml, chẳng hạn distance.crs: EPSG:5899, hoặc điền vĩ độ và kinh độ bằng độ."))
    }

    static func swapped(_ place: String, _ point: Coordinates, _ farAway: Double?) -> FaultText {
        let mend = Phrase(en: "Write \(point.swapped.written.english).", vi: "Ghi \(point.swapped.written.vietnamese).")
        guard let farAway else {
            return FaultText(
                problem: Phrase(
                    en: "“\(place)” stands at \(point.written.english): no latitude is beyond 90, so the two have changed places.",
                    vi: "“\(place)” có \(point.written.vietnamese): không vĩ độ nào vượt quá 90, vậy hai số đã bị ghi đổi chỗ."), mend: mend
            )
        }
        return FaultText(
            problem: Phrase(
                en:
                    "“\(place)” stands at \(point.written.english), \(Phrase.kilometres(farAway).english) from the middle of the scenario; with the two changed round it stands among the other places.",
                vi:
                    "“\(place)” có \(point.written.vietnamese), cách trung tâm của kịch bản \(Phrase.kilometres(farAway).vietnamese); nếu đổi chỗ hai số thì nơi này nằm giữa các nơi khác."
            ), mend: mend)
    }

    static func nullIsland(_ place: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(place)” stands at latitude 0, longitude 0, in the sea off Africa: blank cells have likely become zeros.",
                vi: "“\(place)” có latitude 0, longitude 0, tức là ngoài biển châu Phi: có lẽ ô trống đã bị đổi thành số 0."),
            mend: Phrase(
                en: "Give the true coordinates, or leave both cells blank.", vi: "Điền tọa độ đúng, hoặc để trống cả hai ô."))
    }

    static func farFromPark(_ firm: String, _ park: String, _ kilometres: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(firm)” stands \(Phrase.kilometres(kilometres).english) from the middle of its park “\(park)”.",
                vi: "“\(firm)” nằm cách tâm khu “\(park)” của mình \(Phrase.kilometres(kilometres).vietnamese)."),
            mend: Phrase(
                en: "Correct the coordinates of the firm or of the park, or the column park.",
                vi: "Sửa tọa độ của doanh nghiệp hoặc của khu, hoặc sửa cột park."))
    }

    static func farFromAll(_ place: String, _ nearest: String, _ kilometres: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(place)” stands \(Phrase.kilometres(kilometres).english) from the nearest other place, “\(nearest)”.",
                vi: "“\(place)” nằm cách nơi gần nhất, “\(nearest)”, tới \(Phrase.kilometres(kilometres).vietnamese)."),
            mend: Phrase(
                en: "Check its latitude and longitude digit by digit; if they are right, leave them.",
                vi: "Rà lại từng chữ số của latitude và longitude; nếu đúng thì giữ nguyên."))
    }

    static func samePoint(_ park: String, _ other: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "The parks “\(park)” and “\(other)” stand at the very same point.",
                vi: "Hai khu “\(park)” và “\(other)” có cùng một tọa độ."),
            mend: Phrase(en: "Correct the coordinates of one of them.", vi: "Sửa tọa độ của một trong hai khu."))
    }
}

extension Coordinates {
    /// The two figures as a planner wrote them, under the headings of their columns.
    fileprivate var written: Phrase {
        Phrase(
            en: "latitude \(Self.figure(latitude)), longitude \(Self.figure(longitude))",
            vi:
                "latitude \(Self.figure(latitude, mark: ",")), longitude \(Self.figure(longitude, mark: ","))")
    }

    private static func figure(_ value: Double, mark: Character = ".") -> String {
        let text = value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
        return String(text.map { $0 == "." ? mark : $0 == "-" ? "−" : $0 })
    }
}
