// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column is called for people, and in what its values are given.
public struct ColumnText: Hashable, Sendable {
    /// The column's name in words.
    public let caption: Phrase
    /// The unit or the form of its values.
    public let unit: Phrase

    /// The texts of the column `name`; its own name where none are known.
    public init(_ name: String) {
        guard let texts = Self.known[name] else {
            (caption, unit) = (Phrase(same: name), Phrase(same: ""))
            return
        }
        (caption, unit) = texts
    }

    /// Whether the column `name` has texts of its own.
    public static func knows(_ name: String) -> Bool { known[name] != nil }

    private static let known: [String: (caption: Phrase, unit: Phrase)] = [
        "id": (Phrase(en: "Id", vi: "Mã"), Phrase(same: "A–Z a–z 0–9 . _ -")),
        "name": (Phrase(en: "Name (English or only)", vi: "Tên (tiếng Anh hoặc tên duy nhất)"), Phrase(en: "text", vi: "chữ")),
        "name_vi": (Phrase(en: "Name in Vietnamese", vi: "Tên tiếng Việt"), Phrase(en: "text", vi: "chữ")),
        "kind": (
            Phrase(en: "Kind", vi: "Loại"),
            Phrase(en: "material, water, energy, product", vi: "material (vật liệu), water (nước), energy (năng lượng), product (sản phẩm)")
        ),
        "unit": (
            Phrase(en: "Unit", vi: "Đơn vị"), Phrase(same: "t, kg, m3, L, MWh, kWh, GJ, TJ, pcs")
        ),
        "waste_code": (Phrase(en: "Waste code", vi: "Mã chất thải"), Phrase(en: "as in the national list", vi: "theo danh mục quốc gia")),
        "hazardous": (Phrase(en: "Hazardous", vi: "Nguy hại"), Phrase(en: "true or false", vi: "true (có) hoặc false (không)")),
        "disposal_cost": (
            Phrase(en: "Cost of disposal", vi: "Chi phí xử lý"),
            Phrase(en: "money per unit; below zero: it sells", vi: "tiền mỗi đơn vị; số âm: bán được")
        ),
        "disposal_ghg": (
            Phrase(en: "Greenhouse gas of disposal", vi: "Khí nhà kính khi xử lý"),
            Phrase(en: "kg CO2e per unit", vi: "kg CO2 tương đương mỗi đơn vị")
        ),
        "virgin_price": (
            Phrase(en: "Price of the virgin resource", vi: "Giá nguyên liệu nguyên sinh"),
            Phrase(en: "money per unit", vi: "tiền mỗi đơn vị")
        ),
        "virgin_ghg": (
            Phrase(en: "Greenhouse gas of the virgin resource", vi: "Khí nhà kính của nguyên liệu nguyên sinh"),
            Phrase(en: "kg CO2e per unit", vi: "kg CO2 tương đương mỗi đơn vị")
        ),
        "max_km": (Phrase(en: "Farthest transport", vi: "Cự ly vận chuyển xa nhất"), Phrase(same: "km")),
        "disposal_route": (
            Phrase(en: "Way of disposal", vi: "Hình thức xử lý"), Phrase(en: "word from the list", vi: "chọn trong danh sách")
        ),
        "carrier": (
            Phrase(en: "Carrier", vi: "Dạng năng lượng, nước, hóa chất"), Phrase(en: "word from the list", vi: "chọn trong danh sách")
        ),
        "renewable": (Phrase(en: "Renewable share", vi: "Tỷ trọng tái tạo"), Phrase(en: "share, 0 to 1", vi: "tỷ trọng, 0 đến 1")),
        "recycled_share": (Phrase(en: "Recycled share", vi: "Tỷ trọng tái chế"), Phrase(en: "share, 0 to 1", vi: "tỷ trọng, 0 đến 1")),
        "origin": (
            Phrase(en: "Origin of the virgin resource", vi: "Nguồn gốc nguyên liệu nguyên sinh"),
            Phrase(en: "local, domestic, import", vi: "local (tại chỗ), domestic (trong nước), import (nhập khẩu)")
        ),
        "tonnes_per_unit": (Phrase(en: "Tonnes per unit", vi: "Số tấn mỗi đơn vị"), Phrase(en: "t per unit", vi: "t mỗi đơn vị")),
        "latitude": (
            Phrase(en: "Latitude", vi: "Vĩ độ"),
            Phrase(en: "degrees; northing in m under a projected system", vi: "độ; tọa độ bắc (m) nếu dùng hệ chiếu")
        ),
        "longitude": (
            Phrase(en: "Longitude", vi: "Kinh độ"),
            Phrase(en: "degrees; easting in m under a projected system", vi: "độ; tọa độ đông (m) nếu dùng hệ chiếu")
        ),
        "area_ha": (Phrase(en: "Area", vi: "Diện tích"), Phrase(same: "ha")),
        "type": (Phrase(en: "Type", vi: "Loại hình"), Phrase(en: "word from the list", vi: "chọn trong danh sách")),
        "park": (Phrase(en: "Park", vi: "Khu công nghiệp"), Phrase(en: "id of a park", vi: "mã khu")),
        "sector": (Phrase(en: "Sector", vi: "Ngành"), Phrase(en: "VSIC 2018 code", vi: "mã VSIC 2018")),
        "employees": (Phrase(en: "Employees", vi: "Số lao động"), Phrase(en: "persons", vi: "người")),
        "turnover": (Phrase(en: "Turnover", vi: "Doanh thu"), Phrase(en: "money a year", vi: "tiền mỗi năm")),
        "licences": (
            Phrase(en: "Licences to take in", vi: "Giấy phép tiếp nhận"),
            Phrase(en: "resource ids or waste codes, ; between", vi: "mã tài nguyên hoặc mã chất thải, cách nhau bằng ;")
        ),
        "confidential": (Phrase(en: "Confidential", vi: "Bảo mật"), Phrase(en: "true or false", vi: "true (có) hoặc false (không)")),
        "project": (
            Phrase(en: "Project", vi: "Dự án"), Phrase(en: "id of a project; blank: exists today", vi: "mã dự án; trống: đang tồn tại")
        ),
        "firm": (Phrase(en: "Firm", vi: "Doanh nghiệp"), Phrase(en: "id of a firm", vi: "mã doanh nghiệp")),
        "resource": (Phrase(en: "Resource", vi: "Tài nguyên"), Phrase(en: "id of a resource", vi: "mã tài nguyên")),
        "quantity": (
            Phrase(en: "Quantity", vi: "Khối lượng"),
            Phrase(en: "a year, in the unit beside it or the resource's", vi: "mỗi năm, theo đơn vị ghi bên cạnh hoặc của tài nguyên")
        ),
        "period": (Phrase(en: "Period", vi: "Kỳ"), Phrase(en: "id of a period; blank: the whole year", vi: "mã kỳ; trống: cả năm")),
        "supply_cost": (Phrase(en: "Cost of supplying it", vi: "Chi phí cung cấp"), Phrase(en: "money per unit", vi: "tiền mỗi đơn vị")),
        "max_secondary_share": (
            Phrase(en: "Highest share of by-products", vi: "Tỷ trọng thứ cấp tối đa"), Phrase(en: "share, 0 to 1", vi: "tỷ trọng, 0 đến 1")
        ),
        "handling_cost": (
            Phrase(en: "Cost of handling", vi: "Chi phí tiếp nhận"), Phrase(en: "money per unit delivered", vi: "tiền mỗi đơn vị nhận")
        ),
        "scope": (
            Phrase(en: "Speaks of", vi: "Áp dụng cho"),
            Phrase(en: "output, need, virgin, process", vi: "output (đầu ra), need (nhu cầu), virgin (nguyên sinh), process (công đoạn)")
        ),
        "process": (Phrase(en: "Process", vi: "Công đoạn"), Phrase(en: "id of a process", vi: "mã công đoạn")),
        "property": (Phrase(en: "Property", vi: "Chỉ tiêu"), Phrase(en: "name, such as moisture", vi: "tên, ví dụ độ ẩm")),
        "value": (Phrase(en: "Value", vi: "Giá trị"), Phrase(en: "in the property's unit", vi: "theo đơn vị của chỉ tiêu")),
        "min": (Phrase(en: "Least", vi: "Tối thiểu"), Phrase(en: "in the same unit", vi: "cùng đơn vị")),
        "max": (Phrase(en: "Most", vi: "Tối đa"), Phrase(en: "in the same unit", vi: "cùng đơn vị")),
        "from": (Phrase(en: "From", vi: "Từ"), Phrase(en: "id", vi: "mã")),
        "to": (Phrase(en: "To", vi: "Đến"), Phrase(en: "id", vi: "mã")),
        "ratio": (
            Phrase(en: "Ratio", vi: "Hệ số thay thế"),
            Phrase(en: "units of \"to\" met by one unit of \"from\"", vi: "số đơn vị \"to\" mà một đơn vị \"from\" thay được")
        ),
        "max_share": (Phrase(en: "Highest share", vi: "Tỷ trọng tối đa"), Phrase(en: "share, 0 to 1", vi: "tỷ trọng, 0 đến 1")),
        "cost": (Phrase(en: "Cost", vi: "Chi phí"), Phrase(en: "money per unit", vi: "tiền mỗi đơn vị")),
        "ghg": (Phrase(en: "Greenhouse gas", vi: "Khí nhà kính"), Phrase(en: "kg CO2e per unit", vi: "kg CO2 tương đương mỗi đơn vị")),
        "use": (
            Phrase(en: "Use", vi: "Cách sử dụng"),
            Phrase(
                en: "reuse, recycling, composting, energy-recovery",
                vi: "reuse (tái sử dụng), recycling (tái chế), composting (ủ phân), energy-recovery (thu hồi năng lượng)")
        ),
        "resources": (
            Phrase(en: "Carries", vi: "Chở được"),
            Phrase(
                en: "ids or kinds, ; between; blank: all of the unit's dimension",
                vi: "mã hoặc loại, cách nhau bằng ;; trống: tất cả cùng loại đơn vị")
        ),
        "cost_per_unit": (Phrase(en: "Cost of loading", vi: "Chi phí bốc xếp"), Phrase(en: "money per unit", vi: "tiền mỗi đơn vị")),
        "cost_per_unit_km": (
            Phrase(en: "Cost of carrying", vi: "Chi phí vận chuyển"), Phrase(en: "money per unit and km", vi: "tiền mỗi đơn vị và km")
        ),
        "ghg_per_unit_km": (
            Phrase(en: "Greenhouse gas of carrying", vi: "Khí nhà kính vận chuyển"),
            Phrase(en: "kg CO2e per unit and km", vi: "kg CO2 tương đương mỗi đơn vị và km")
        ),
        "loss_per_km": (Phrase(en: "Loss", vi: "Hao hụt"), Phrase(en: "share per km, 0 to 1", vi: "tỷ trọng mỗi km, 0 đến 1")),
        "capex_per_km": (Phrase(en: "Investment", vi: "Vốn đầu tư"), Phrase(en: "money per km", vi: "tiền mỗi km")),
        "fixed_cost_per_km": (
            Phrase(en: "Fixed cost", vi: "Chi phí cố định"), Phrase(en: "money per km and year", vi: "tiền mỗi km mỗi năm")
        ),
        "link_capacity": (
            Phrase(en: "Capacity of a link", vi: "Công suất một tuyến nối"), Phrase(en: "units a year", vi: "đơn vị mỗi năm")
        ),
        "lifetime_years": (Phrase(en: "Lifetime", vi: "Tuổi thọ"), Phrase(en: "years", vi: "năm")),
        "km": (Phrase(en: "Distance", vi: "Khoảng cách"), Phrase(same: "km")),
        "mode": (
            Phrase(en: "Mode", vi: "Phương thức"),
            Phrase(en: "id of a mode; blank: every mode", vi: "mã phương thức; trống: mọi phương thức")
        ),
        "capacity": (Phrase(en: "Capacity", vi: "Công suất"), Phrase(en: "units a year", vi: "đơn vị mỗi năm")),
        "fixed_cost": (Phrase(en: "Fixed cost", vi: "Chi phí cố định"), Phrase(en: "money a year", vi: "tiền mỗi năm")),
        "open": (Phrase(en: "Open", vi: "Đang mở"), Phrase(en: "true or false", vi: "true (có) hoặc false (không)")),
        "one_way": (Phrase(en: "One way", vi: "Một chiều"), Phrase(en: "true or false", vi: "true (có) hoặc false (không)")),
        "capex": (Phrase(en: "Investment", vi: "Vốn đầu tư"), Phrase(en: "money", vi: "tiền")),
        "candidate": (
            Phrase(en: "Yet to be decided", vi: "Chưa quyết định xây"), Phrase(en: "true or false", vi: "true (có) hoặc false (không)")
        ),
        "role": (Phrase(en: "Role", vi: "Vai trò"), Phrase(en: "input or output", vi: "input (đầu vào) hoặc output (đầu ra)")),
        "per_activity": (
            Phrase(en: "Per unit of activity", vi: "Cho một đơn vị hoạt động"),
            Phrase(en: "units of the resource", vi: "đơn vị của tài nguyên")
        ),
        "price": (
            Phrase(en: "Price", vi: "Giá"), Phrase(en: "money per unit, taker to giver", vi: "tiền mỗi đơn vị, bên nhận trả bên giao")
        ),
        "status": (Phrase(en: "Status", vi: "Tình trạng"), Phrase(en: "word from the list", vi: "chọn trong danh sách")),
        "signed": (Phrase(en: "Signed on", vi: "Ngày ký"), Phrase(en: "day, YYYY-MM-DD", vi: "ngày, YYYY-MM-DD")),
        "share": (Phrase(en: "Share of the year", vi: "Tỷ trọng trong năm"), Phrase(en: "share, 0 to 1", vi: "tỷ trọng, 0 đến 1")),
        "loss_share": (Phrase(en: "Loss over one period", vi: "Hao hụt qua một kỳ"), Phrase(en: "share, 0 to 1", vi: "tỷ trọng, 0 đến 1")),
        "investor": (Phrase(en: "Investor", vi: "Nhà đầu tư"), Phrase(en: "text", vi: "chữ")),
        "land_ha": (Phrase(en: "Land", vi: "Đất"), Phrase(same: "ha")),
        "jobs": (Phrase(en: "Jobs", vi: "Việc làm"), Phrase(en: "persons", vi: "người")),
        "subject": (
            Phrase(en: "Subject", vi: "Đối tượng"), Phrase(en: "id of a park, firm or project", vi: "mã khu, doanh nghiệp hoặc dự án")
        ),
        "criterion": (Phrase(en: "Criterion or measure", vi: "Tiêu chí hoặc chỉ số"), Phrase(en: "id", vi: "mã")),
        "year": (Phrase(en: "Year", vi: "Năm"), Phrase(en: "year", vi: "năm")),
        "valid_until": (Phrase(en: "Valid until", vi: "Có giá trị đến"), Phrase(en: "day, YYYY-MM-DD", vi: "ngày, YYYY-MM-DD")),
        "evidence": (Phrase(en: "Evidence", vi: "Minh chứng"), Phrase(en: "text", vi: "chữ")),
        "date": (Phrase(en: "Date", vi: "Ngày"), Phrase(en: "day, YYYY-MM-DD", vi: "ngày, YYYY-MM-DD")),
        "source": (Phrase(en: "Source", vi: "Nguồn số liệu"), Phrase(en: "id on the sheet sources", vi: "mã trên trang sources")),
        "basis": (
            Phrase(en: "How it is known", vi: "Cơ sở số liệu"),
            Phrase(
                en: "measured, declared, estimated, illustrative",
                vi: "measured (đo đạc), declared (kê khai), estimated (ước tính), illustrative (minh họa)")
        ),
        "note": (Phrase(en: "Note", vi: "Ghi chú"), Phrase(en: "text", vi: "chữ")),
        "remove": (Phrase(en: "Take this row out", vi: "Bỏ dòng này"), Phrase(en: "true or false", vi: "true (có) hoặc false (không)")),
        "title": (Phrase(en: "Title", vi: "Nhan đề"), Phrase(en: "text", vi: "chữ")),
        "publisher": (Phrase(en: "Publisher", vi: "Đơn vị công bố"), Phrase(en: "text", vi: "chữ")),
        "url": (Phrase(en: "Address on the web", vi: "Địa chỉ web"), Phrase(en: "text", vi: "chữ")),
    ]
}
