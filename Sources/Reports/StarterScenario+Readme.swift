// SPDX-License-Identifier: GPL-3.0-or-later

extension StarterScenario {
    static let readme = """
        # A starter park · Khu công nghiệp mẫu

        ## English

        Four invented firms that could use each other's by-products. Every figure is made up to show the form; replace them by your own.

        - `scenario.yaml`: name, currency, year, what to make small
        - `resources.csv`: what is given off or needed, with the cost of disposal and the price new
        - `parks.csv`, `firms.csv`: who stands where
        - `outputs.csv`, `needs.csv`: what each firm gives off and needs in a year
        - `substitutions.csv`: what can stand in for what
        - `qualities.csv`: properties that a need limits
        - `modes.csv`: how things move, and at what cost
        - `contracts.csv`: exchanges that exist already

        Blank cells take the default. `symbio check .` lists every fault with file, line and column; `symbio solve .` proposes the exchanges.

        ## Tiếng Việt

        Bốn doanh nghiệp giả định có thể dùng phụ phẩm của nhau. Mọi con số đều là ví dụ để minh họa cách khai báo; hãy thay bằng số liệu của bạn.

        - `scenario.yaml`: tên, đơn vị tiền tệ, năm, chỉ tiêu cần làm nhỏ nhất
        - `resources.csv`: những gì được thải ra hoặc cần dùng, kèm chi phí xử lý và giá mua mới
        - `parks.csv`, `firms.csv`: doanh nghiệp nào ở đâu
        - `outputs.csv`, `needs.csv`: đầu ra và nhu cầu mỗi năm của từng doanh nghiệp
        - `substitutions.csv`: thứ nào thay được cho thứ nào
        - `qualities.csv`: các chỉ tiêu chất lượng mà nhu cầu giới hạn
        - `modes.csv`: cách vận chuyển và chi phí
        - `contracts.csv`: các trao đổi đang có

        Ô để trống nhận giá trị mặc định. `symbio check .` liệt kê mọi lỗi kèm tệp, dòng và cột; `symbio solve .` đề xuất các trao đổi.

        """
}
