// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// What column a heading is likely to mean that the format does not have.
enum HeadingNames {
    /// The column among `columns` that `heading` stands for: the same but for capitals, marks and blanks; a usual word for it in Vietnamese or
    /// English; or the nearest one by its letters.
    static func column(meantBy heading: String, among columns: [String]) -> String? {
        let plain = folded(heading)
        if columns.contains(plain) { return plain }
        if let meant = words[plain], let column = meant.first(where: columns.contains) { return column }
        return Nearest.word(to: heading, among: columns)
    }

    /// Every heading of `headings` that stands for one of `columns`, each column once.
    static func meant(by headings: [String], among columns: [String]) -> [HeadingName] {
        var left = columns, found: [HeadingName] = []
        for heading in headings where !heading.isEmpty {
            guard let column = column(meantBy: heading, among: left) else { continue }
            found.append(HeadingName(found: heading, column: column))
            left.removeAll { $0 == column }
        }
        return found
    }

    /// Small letters without marks, what stands between words as one stroke, and nothing from a bracket on: units stand there.
    private static func folded(_ heading: String) -> String {
        let plain = VietnameseLetters.plain(String(heading.prefix(64).prefix { !"([".contains($0) })).lowercased()
        return plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }

    /// Usual words for columns, folded; of several columns the first that the table has and the file lacks.
    private static let words: [String: [String]] = {
        let list = [
            "firm: doanh_nghiep cong_ty nha_may co_so company enterprise factory ma_doanh_nghiep ten_doanh_nghiep",
            "resource: tai_nguyen nguyen_lieu vat_lieu chat_thai phu_pham material by_product waste stream ma_tai_nguyen",
            "quantity: luong so_luong khoi_luong san_luong qty amount mass volume tonnes tons",
            "unit: don_vi don_vi_tinh dvt dv uom units", "id: ma code ma_so stt", "name: ten name_en title",
            "name_vi: ten ten_tieng_viet ten_vi",
            "kind: loai nhom category type", "type: loai loai_hinh", "park: khu khu_cong_nghiep kcn zone industrial_park",
            "sector: nganh nganh_nghe ma_nganh vsic industry", "latitude: vi_do lat y", "longitude: kinh_do lon lng long x",
            "employees: lao_dong so_lao_dong nhan_vien workers staff", "turnover: doanh_thu revenue",
            "licences: giay_phep licenses permits",
            "confidential: bao_mat", "project: du_an", "period: ky thang mua month season", "disposal_cost: chi_phi_xu_ly phi_xu_ly",
            "virgin_price: gia don_gia gia_mua price gia_nguyen_lieu", "price: gia don_gia", "waste_code: ma_chat_thai",
            "hazardous: nguy_hai",
            "disposal_route: hinh_thuc_xu_ly cach_xu_ly", "supply_cost: chi_phi_cung_cap", "handling_cost: chi_phi_tiep_nhan",
            "area_ha: dien_tich area", "land_ha: dien_tich land area", "from: tu ben_giao giver", "to: den ben_nhan taker",
            "ratio: he_so ty_le ti_le", "max_share: ty_trong ty_le ti_le", "share: ty_trong ty_le ti_le", "cost: chi_phi",
            "km: khoang_cach cu_ly distance", "mode: phuong_thuc", "process: cong_doan", "capacity: cong_suat",
            "capex: von von_dau_tu investment",
            "lifetime_years: tuoi_tho lifetime", "investor: nha_dau_tu chu_dau_tu", "jobs: viec_lam so_viec_lam", "status: trang_thai",
            "property: chi_tieu", "value: gia_tri", "min: toi_thieu nho_nhat minimum", "max: toi_da lon_nhat maximum", "role: vai_tro",
            "source: nguon nguon_so_lieu", "note: ghi_chu chu_thich notes remark", "key: khoa", "year: nam", "date: ngay",
            "basis: can_cu co_so",
        ]
        var words: [String: [String]] = [:]
        for entry in list {
            let parts = entry.split { $0 == ":" || $0 == " " }.map(String.init)
            for word in parts.dropFirst() { words[word, default: []].append(parts[0]) }
        }
        return words
    }()
}
