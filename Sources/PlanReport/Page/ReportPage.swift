// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// A report as one HTML file that needs nothing but a browser: style, scripts, libraries and data stand in it, and its content security
/// policy lets it load nothing else.
struct ReportPage {
    /// How much of the page's machinery is needed.
    enum Kind {
        /// With charts and a map.
        case full
        /// With tables only.
        case plain
    }

    let document: ReportDocument
    let languages: [Language]
    let kind: Kind

    init(_ document: ReportDocument, languages: PageLanguages, kind: Kind = .full) {
        (self.document, self.languages, self.kind) = (document, languages.list, kind)
    }

    /// The file, in UTF-8.
    func bytes() -> [UInt8] {
        var html = HTMLWriter()
        html.raw("<!DOCTYPE html>\n")
        let first = languages.first ?? .english
        let attributes: [(StaticString, String)] = [("lang", first.rawValue), ("data-language", first.rawValue)]
        html.element("html", attributes) { html in
            html.line()
            head(&html, first)
            body(&html)
        }
        html.line()
        return Array(html.text.utf8)
    }

    // MARK: Head

    private var styles: [String] {
        (kind == .full ? [EmbeddedFiles.leaflet_css.text] : []) + [EmbeddedFiles.style_css.text]
    }

    private var scripts: [String] {
        guard kind == .full else { return [EmbeddedFiles.page_js.text, EmbeddedFiles.tables_js.text] }
        return [
            EmbeddedFiles.d3_js.text, EmbeddedFiles.sankey_js.text, EmbeddedFiles.leaflet_js.text, EmbeddedFiles.page_js.text,
            EmbeddedFiles.tables_js.text,
            EmbeddedFiles.charts_js.text, EmbeddedFiles.map_js.text,
        ]
    }

    /// Nothing is loaded from anywhere; only the scripts and styles of this very file run, known by their digests.
    private var policy: String {
        let scriptSources = scripts.map(SHA256.policySource).joined(separator: " ")
        let styleSources = styles.map(SHA256.policySource).joined(separator: " ")
        return
            "default-src 'none'; script-src \(scriptSources); style-src \(styleSources); img-src data:; base-uri 'none'; form-action 'none'"
    }

    private func head(_ html: inout HTMLWriter, _ first: Language) {
        html.element("head") { html in
            html.open("meta", [("charset", "utf-8")])
            html.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
            html.open("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
            html.open("meta", [("name", "color-scheme"), ("content", "light dark")])
            html.open("meta", [("name", "generator"), ("content", "Symbio")])
            html.element("title", text: document.title[first])
            for style in styles { html.element("style") { $0.raw(style) } }
        }
        html.line()
    }

    // MARK: Body

    private func body(_ html: inout HTMLWriter) {
        html.element("body") { html in
            for language in languages {
                html.line()
                html.element(
                    "a", [("class", "skip"), ("href", "#\(language.rawValue)-main"), ("data-page", language.rawValue)],
                    text: PageText.skip[language])
            }
            for language in languages { page(&html, language) }
            html.element("div", [("id", "tip"), ("role", "tooltip"), ("hidden", "")]) { _ in }
            for script in scripts {
                html.line()
                html.element("script") { $0.raw(script) }
            }
        }
    }

    private func page(_ html: inout HTMLWriter, _ language: Language) {
        html.line()
        html.element("div", [("class", "page"), ("lang", language.rawValue), ("data-page", language.rawValue)]) { html in
            header(&html, language)
            html.element("div", [("class", "columns")]) { html in
                contents(&html, language)
                html.element("main", [("id", "\(language.rawValue)-main"), ("tabindex", "-1")]) { html in
                    for section in document.sections {
                        SectionWriter(language: language, drawsCharts: kind == .full).write(section, to: &html)
                    }
                }
            }
            footer(&html, language)
        }
    }

    private func header(_ html: inout HTMLWriter, _ language: Language) {
        html.element("header", [("class", "top")]) { html in
            html.element("div", [("class", "bar")]) { html in
                html.element("p", [("class", "brand")], text: "Symbio")
                html.element("div", [("class", "tools")]) { html in
                    if languages.count > 1 {
                        for other in languages where other != language {
                            html.element(
                                "button",
                                [("type", "button"), ("class", "needs-script"), ("data-switch", other.rawValue), ("lang", other.rawValue)],
                                text: PageText.ownName[other])
                        }
                    }
                    html.element(
                        "button",
                        [
                            ("type", "button"), ("class", "needs-script"), ("data-theme-switch", ""),
                            ("data-dark", PageText.dark[language]),
                            ("data-light", PageText.light[language]),
                        ], text: PageText.dark[language])
                    html.element(
                        "button", [("type", "button"), ("class", "needs-script"), ("data-print", "")], text: PageText.print[language])
                }
            }
            html.element("h1", text: document.title[language])
            for sentence in document.lead { html.element("p", [("class", "lead")], text: sentence[language]) }
        }
    }

    private func contents(_ html: inout HTMLWriter, _ language: Language) {
        html.element("nav", [("class", "contents"), ("aria-label", PageText.contents[language])]) { html in
            html.element("ol") { html in
                for section in document.sections {
                    html.element("li") { html in
                        html.element("a", [("href", "#\(language.rawValue)-\(section.id)")], text: section.heading[language])
                    }
                }
            }
        }
    }

    private func footer(_ html: inout HTMLWriter, _ language: Language) {
        html.element("footer") { html in
            for sentence in document.colophon { html.element("p", text: sentence[language]) }
            guard kind == .full else { return }
            html.element("details") { html in
                html.element("summary", text: PageText.licences[language])
                for licence in LibraryLicence.all {
                    html.element("p", text: licence.heading)
                    html.element("p", text: licence.text)
                }
            }
        }
    }
}

extension StaticString {
    /// The text as a string.
    var text: String { withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) } }
}
