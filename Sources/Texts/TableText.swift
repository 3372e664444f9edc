// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension Table {
    /// What the table is called, for people.
    public var caption: Phrase {
        switch self {
        case .resources: Phrase(en: "Resources", vi: "Tài nguyên")
        case .parks: Phrase(en: "Parks", vi: "Khu công nghiệp")
        case .firms: Phrase(en: "Firms", vi: "Doanh nghiệp")
        case .outputs: Phrase(en: "Outputs", vi: "Đầu ra")
        case .needs: Phrase(en: "Needs", vi: "Nhu cầu")
        case .qualities: Phrase(en: "Qualities", vi: "Chất lượng")
        case .substitutions: Phrase(en: "Substitutions", vi: "Thay thế")
        case .modes: Phrase(en: "Transport modes", vi: "Phương thức vận chuyển")
        case .routes: Phrase(en: "Routes", vi: "Tuyến")
        case .processes: Phrase(en: "Treatment plants and processes", vi: "Cơ sở xử lý và công đoạn")
        case .processFlows: Phrase(en: "What processes take in and give off", vi: "Đầu vào và đầu ra của công đoạn")
        case .contracts: Phrase(en: "Running and agreed exchanges", vi: "Trao đổi đang có và đã thỏa thuận")
        case .periods: Phrase(en: "Periods of the year", vi: "Các kỳ trong năm")
        case .storages: Phrase(en: "Storages", vi: "Kho chứa")
        case .projects: Phrase(en: "Investment projects", vi: "Dự án đầu tư")
        case .declarations: Phrase(en: "Declarations for the criteria", vi: "Kê khai theo tiêu chí")
        case .types: Phrase(en: "Firms by type and capacity", vi: "Doanh nghiệp theo loại hình và công suất")
        }
    }

    /// What a row of the table says, in a sentence.
    public var explanation: Phrase {
        switch self {
        case .resources:
            Phrase(
                en: "One row for each thing that is given off or needed: by-products, wastes, materials, water, energy.",
                vi: "Mỗi dòng là một thứ được thải ra hoặc cần dùng: phụ phẩm, chất thải, nguyên liệu, nước, năng lượng.")
        case .parks: Phrase(en: "One row for each industrial park or cluster.", vi: "Mỗi dòng là một khu hoặc cụm công nghiệp.")
        case .firms:
            Phrase(
                en: "One row for each firm, in a park or at its own place.",
                vi: "Mỗi dòng là một doanh nghiệp, trong khu hoặc ở địa điểm riêng.")
        case .outputs: Phrase(en: "What each firm gives off in a year.", vi: "Những gì mỗi doanh nghiệp thải ra trong một năm.")
        case .needs: Phrase(en: "What each firm needs in a year.", vi: "Những gì mỗi doanh nghiệp cần trong một năm.")
        case .qualities:
            Phrase(
                en: "Measured properties of what is offered, and the limits of what is needed.",
                vi: "Chỉ tiêu đo được của thứ được cung cấp, và giới hạn của thứ cần dùng.")
        case .substitutions:
            Phrase(en: "What can stand in for what, and at what ratio.", vi: "Thứ nào thay được cho thứ nào, với hệ số bao nhiêu.")
        case .modes: Phrase(en: "How things move, and at what cost.", vi: "Cách vận chuyển và chi phí.")
        case .routes:
            Phrase(en: "Known distances between two firms or two parks.", vi: "Khoảng cách đã biết giữa hai doanh nghiệp hoặc hai khu.")
        case .processes: Phrase(en: "Plants that turn some resources into others.", vi: "Cơ sở biến tài nguyên này thành tài nguyên khác.")
        case .processFlows: Phrase(en: "How much of what, for one unit of activity.", vi: "Lượng từng loại cho một đơn vị hoạt động.")
        case .contracts: Phrase(en: "Exchanges that exist or are agreed.", vi: "Các trao đổi đang có hoặc đã thỏa thuận.")
        case .periods: Phrase(en: "Parts of the year; their shares sum to 1.", vi: "Các kỳ trong năm; tổng tỷ trọng bằng 1.")
        case .storages: Phrase(en: "What can be kept from one period to the next.", vi: "Những gì có thể trữ từ kỳ này sang kỳ sau.")
        case .projects: Phrase(en: "Projects that could be attracted or are committed.", vi: "Dự án có thể thu hút hoặc đã cam kết.")
        case .declarations:
            Phrase(
                en: "What parks, firms and projects declare for criteria, with its evidence.",
                vi: "Kê khai của khu, doanh nghiệp và dự án theo tiêu chí, kèm minh chứng.")
        case .types:
            Phrase(
                en: "Firms whose streams are not known yet: their kind and capacity stand for typical ones, marked estimated.",
                vi: "Doanh nghiệp chưa có số liệu dòng vật chất: loại hình và công suất cho các dòng điển hình, ghi là ước tính.")
        }
    }
}
