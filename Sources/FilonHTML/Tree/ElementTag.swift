/// The kind of a node: a text, or an element by its name.
enum ElementTag: UInt8, CaseIterable, Sendable {
  case text, other
  case html, head, body, title, meta, link, base
  case p, div, span, a, h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd, menu
  case table, caption, thead, tbody, tfoot, tr, td, th
  case blockquote, q, pre, code, br, hr, img
  case figure, figcaption, picture, video, audio, object, canvas, map
  case article, section, main, header, footer, nav, aside, hgroup, search
  case form, button, select, option, label, fieldset, legend, output
  case noscript, template, iframe, dialog, details, summary
  case time, address, em, strong, b, i, u, s, small, big, sub, sup, abbr, cite, font, center, mark
  case ins, del, kbd, samp, tt, strike, bdi, bdo, ruby, rt, rp, dfn, acronym, data
  case frameset, frame, marquee, area, applet

  /// What a tag is in the flow of text.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Breaks the line before and after.
    static let block = Traits(rawValue: 1)
    static let heading = Traits(rawValue: 2)
    /// Never holds text of the page.
    static let silent = Traits(rawValue: 4)
    /// Closes an open paragraph, which libxml2 does not know of it.
    static let closesParagraph = Traits(rawValue: 8)
    /// Has no contents and no end tag.
    static let void = Traits(rawValue: 16)
    /// Counts as a part of running text.
    static let phrasing = Traits(rawValue: 32)
  }

  var traits: Traits { Self.traits[Int(rawValue)] }
  var isBlock: Bool { traits.contains(.block) }
  var isHeading: Bool { traits.contains(.heading) }

  /// The level of a heading, else 0.
  var headingLevel: UInt8 {
    isHeading ? rawValue - ElementTag.h1.rawValue + 1 : 0
  }

  private static let traits: [Traits] = allCases.map { tag in
    var traits: Traits = []
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: traits = [.block, .heading]
    case .article, .section, .main, .header, .footer, .nav, .aside, .figure, .hgroup, .figcaption,
      .details, .summary, .dialog, .search:
      traits = [.block, .closesParagraph]
    case .html, .body, .p, .div, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table, .caption, .thead,
      .tbody, .tfoot, .tr, .td, .th, .blockquote, .pre, .hr, .form, .fieldset, .legend, .address,
      .center, .frameset, .marquee, .noscript, .video, .audio, .object, .canvas, .applet:
      traits = [.block]
    case .head, .title, .meta, .link, .base, .select, .option, .template, .iframe, .rt, .rp,
      .frame:
      traits = [.silent]
    case .em, .strong, .b, .i, .u, .s, .small, .big, .sub, .sup, .abbr, .cite, .font, .mark, .span,
      .q, .code, .time, .a:
      traits = [.phrasing]
    default: break
    }
    switch tag {
    case .br, .hr, .img, .meta, .link, .base, .area, .frame: traits.insert(.void)
    default: break
    }
    return traits
  }
}
