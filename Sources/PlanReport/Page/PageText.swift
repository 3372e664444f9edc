// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// The words of the page itself.
enum PageText {
    static let skip = Phrase(en: "Skip to the content", vi: "Đến phần nội dung")
    static let contents = Phrase(en: "Contents", vi: "Mục lục")
    static let dark = Phrase(en: "Dark", vi: "Nền tối")
    static let light = Phrase(en: "Light", vi: "Nền sáng")
    static let print = Phrase(en: "Print", vi: "In")
    static let csv = Phrase(en: "Download CSV", vi: "Tải CSV")
    static let filter = Phrase(en: "Filter rows", vi: "Lọc dòng")
    static let data = Phrase(en: "The figures as a table", vi: "Số liệu dạng bảng")
    static let measure = Phrase(en: "Show by", vi: "Hiển thị theo")
    static let all = Phrase(en: "Show all rows", vi: "Hiện tất cả các dòng")
    /// Whose chart, to be walked through by the arrow keys.
    static let walk = Phrase(en: "Arrow keys walk through the parts of the chart.", vi: "Dùng phím mũi tên để xem từng phần của biểu đồ.")
    static let licences = Phrase(en: "Licences of the libraries in this page", vi: "Giấy phép của các thư viện trong trang này")
    /// Each language in its own words, for the switch.
    static let ownName = Phrase(en: "English", vi: "Tiếng Việt")
    /// `{0}` of `{1}` rows are shown; the page's script puts the numbers in.
    static let shown = Phrase(en: "{0} of {1} rows", vi: "{0} trên {1} dòng")
    static let zoomIn = Phrase(en: "Zoom in", vi: "Phóng to")
    static let zoomOut = Phrase(en: "Zoom out", vi: "Thu nhỏ")
}

/// The licence of a library that the page carries.
struct LibraryLicence {
    var heading: String
    var text: String

    /// The notices that the licences ask to be kept with every copy.
    static let all = [
        LibraryLicence(
            heading: "D3 5 – Copyright 2010–2017 Mike Bostock; d3-sankey 0.12 – Copyright 2015 Mike Bostock. BSD 3-Clause License.",
            text: conditions
                + " Neither the name of the author nor the names of contributors may be used to endorse or promote products derived from this software "
                + "without specific prior written permission. " + disclaimer),
        LibraryLicence(
            heading: "Leaflet 1.7 – Copyright 2010–2019 Vladimir Agafonkin, 2010–2011 CloudMade. BSD 2-Clause License.",
            text: conditions + " " + disclaimer),
    ]

    private static let conditions =
        "All rights reserved. Redistribution and use in source and binary forms, with or without modification, are permitted provided that "
        + "the following conditions are met: Redistributions of source code must retain the above copyright notice, this list of conditions "
        + "and the following disclaimer. Redistributions in binary form must reproduce the above copyright notice, this list of conditions "
        + "and the following disclaimer in the documentation and/or other materials provided with the distribution."
    private static let disclaimer =
        "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT "
        + "NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL "
        + "THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES "
        + "(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS "
        + "INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE "
        + "OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE."
}
