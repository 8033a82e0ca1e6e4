// Six quiet illustrations for campaigns without a photograph: flat shapes in the palette, as SVG.

/// A picture that comes with Raccolto; a campaign names one.
package enum Picture: String, CaseIterable, Sendable {
  case cafe, work, bridge, vegetables, greenhouse, bread

  /// The drawing, 800 by 450.
  package var svg: String {
    switch self {
    case .cafe: cafeDrawing
    case .work: workDrawing
    case .bridge: bridgeDrawing
    case .vegetables: vegetablesDrawing
    case .greenhouse: greenhouseDrawing
    case .bread: breadDrawing
    }
  }
}

private let cafeDrawing = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">
  <rect x="0" y="0" width="800" height="450" fill="#F4EBDD"/>
  <rect x="80" y="50" width="230" height="170" fill="#DCE9EC" rx="6"/>
  <circle cx="250" cy="100" r="30" fill="#C98A1B"/>
  <path d="M80 190Q150 140 220 180T310 165V220H80Z" fill="#CFE0C3"/>
  <path d="M118 50V220" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M157 50V220" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M195 50V220" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M233 50V220" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M272 50V220" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <rect x="0" y="300" width="800" height="150" fill="#2B6638"/>
  <rect x="0" y="286" width="800" height="18" fill="#8F5200"/>
  <rect x="470" y="170" width="210" height="118" fill="#B5654A" rx="10"/>
  <rect x="490" y="190" width="170" height="36" fill="#F4EBDD" rx="6"/>
  <circle cx="510" cy="208" r="8" fill="#C98A1B"/>
  <circle cx="540" cy="208" r="8" fill="#2B6638"/>
  <rect x="520" y="240" width="22" height="22" fill="#1F2A1C" rx="3"/>
  <rect x="605" y="240" width="22" height="22" fill="#1F2A1C" rx="3"/>
  <rect x="450" y="280" width="250" height="10" fill="#1F2A1C" rx="4"/>
  <path d="M180 250H250V272Q250 288 232 288H198Q180 288 180 272Z" fill="#FFFDF8"/>
  <path d="M250 256Q272 256 270 268T248 276" fill="none" stroke="#FFFDF8" stroke-width="7"
  stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M200 238Q192 226 202 214M224 238Q216 226 226 214" fill="none" stroke="#D98E73"
  stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M320 256H380V274Q380 288 364 288H336Q320 288 320 274Z" fill="#FFFDF8"/>
  <path d="M380 261Q400 261 398 271T378 278" fill="none" stroke="#FFFDF8" stroke-width="6"
  stroke-linecap="round" stroke-linejoin="round"/>
  <rect x="40" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  <rect x="160" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  <rect x="280" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  <rect x="400" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  <rect x="520" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  <rect x="640" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  <rect x="760" y="330" width="80" height="90" fill="#5E8F4E" rx="4"/>
  </svg>
  """

private let workDrawing = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">
  <rect x="0" y="0" width="800" height="450" fill="#DCE9EC"/>
  <rect x="0" y="340" width="800" height="110" fill="#CFE0C3"/>
  <rect x="470" y="70" width="190" height="270" fill="#8F5200" rx="4"/>
  <path d="M486 86H644V340H486Z" fill="#C98A1B"/>
  <path d="M486 86L420 120V372L486 340Z" fill="#B5654A"/>
  <circle cx="436" cy="240" r="7" fill="#FFFDF8"/>
  <path d="M486 340L644 340L740 450H360Z" fill="#F4EBDD"/>
  <rect x="90" y="250" width="260" height="16" fill="#2B6638" rx="4"/>
  <rect x="110" y="266" width="14" height="110" fill="#2B6638"/>
  <rect x="316" y="266" width="14" height="110" fill="#2B6638"/>
  <rect x="140" y="178" width="130" height="72" fill="#1F2A1C" rx="6"/>
  <rect x="150" y="188" width="110" height="52" fill="#FFFDF8" rx="2"/>
  <rect x="160" y="198" width="60" height="6" fill="#5E8F4E"/>
  <rect x="160" y="210" width="84" height="6" fill="#CFE0C3"/>
  <rect x="160" y="222" width="46" height="6" fill="#C98A1B"/>
  <rect x="290" y="232" width="40" height="18" fill="#FFFDF8" rx="2"/>
  <circle cx="575" cy="190" r="24" fill="#1F2A1C"/>
  <path d="M540 340Q540 226 575 226T610 340Z" fill="#1F2A1C"/>
  </svg>
  """

private let bridgeDrawing = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">
  <rect x="0" y="0" width="800" height="450" fill="#DCE9EC"/>
  <circle cx="620" cy="110" r="46" fill="#C98A1B"/>
  <path d="M0 300Q200 250 400 300T800 290V450H0Z" fill="#5E8F4E"/>
  <path d="M0 380Q200 350 400 380T800 370V450H0Z" fill="#2B6638"/>
  <rect x="60" y="150" width="130" height="190" fill="#B5654A"/>
  <path d="M60 150H190V130H170V142H145V130H125V142H105V130H80V142H60Z" fill="#B5654A"/>
  <rect x="85" y="190" width="16" height="34" fill="#1F2A1C" rx="8"/>
  <rect x="125" y="190" width="16" height="34" fill="#1F2A1C" rx="8"/>
  <rect x="155" y="190" width="16" height="34" fill="#1F2A1C" rx="8"/>
  <rect x="650" y="210" width="100" height="120" fill="#FFFDF8"/>
  <path d="M636 214L700 160L764 214Z" fill="#D98E73"/>
  <rect x="685" y="270" width="30" height="60" fill="#8F5200"/>
  <path d="M190 300Q420 180 650 300" fill="none" stroke="#8F5200" stroke-width="16"
  stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M190 262Q420 142 650 262" fill="none" stroke="#8F5200" stroke-width="6"
  stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M250 272V232" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M320 247V207" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M400 236V196" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M480 243V203" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M560 264V224" fill="none" stroke="#8F5200" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <circle cx="360" cy="196" r="12" fill="#1F2A1C"/>
  <path d="M346 240Q346 210 360 210T374 240Z" fill="#1F2A1C"/>
  <circle cx="440" cy="194" r="12" fill="#2B6638"/>
  <path d="M426 238Q426 208 440 208T454 238Z" fill="#2B6638"/>
  </svg>
  """

private let vegetablesDrawing = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">
  <rect x="0" y="0" width="800" height="450" fill="#F4EBDD"/>
  <path d="M0 330Q400 290 800 330V450H0Z" fill="#CFE0C3"/>
  <circle cx="270" cy="215" r="70" fill="#C98A1B"/>
  <path d="M270 145Q236 215 270 285M270 145Q304 215 270 285" fill="none" stroke="#8F5200"
  stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M268 148Q262 120 282 112" fill="none" stroke="#2B6638" stroke-width="9"
  stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M390 250Q360 140 400 90Q440 140 410 250Z" fill="#5E8F4E"/>
  <path d="M400 250V110" fill="none" stroke="#CFE0C3" stroke-width="5" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M430 250Q430 150 480 120Q500 180 450 250Z" fill="#2B6638"/>
  <path d="M362 250Q350 170 312 150Q310 210 350 250Z" fill="#2B6638"/>
  <circle cx="520" cy="220" r="52" fill="#B5654A"/>
  <path d="M494 178L520 190L546 178L530 200H510Z" fill="#5E8F4E"/>
  <path d="M585 250L640 120Q660 110 656 134L620 250Z" fill="#D98E73"/>
  <path d="M650 126Q660 90 690 88M652 126Q680 110 700 118" fill="none" stroke="#5E8F4E"
  stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
  <rect x="160" y="250" width="500" height="150" fill="#8F5200" rx="6"/>
  <rect x="172" y="262" width="476" height="34" fill="#C98A1B" rx="4"/>
  <rect x="172" y="308" width="476" height="34" fill="#C98A1B" rx="4"/>
  <rect x="172" y="354" width="476" height="34" fill="#C98A1B" rx="4"/>
  <rect x="172" y="250" width="20" height="150" fill="#8F5200"/>
  <rect x="628" y="250" width="20" height="150" fill="#8F5200"/>
  <rect x="330" y="300" width="160" height="50" fill="#F4EBDD" rx="4"/>
  </svg>
  """

private let greenhouseDrawing = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">
  <rect x="0" y="0" width="800" height="450" fill="#DCE9EC"/>
  <circle cx="130" cy="100" r="40" fill="#C98A1B"/>
  <rect x="0" y="350" width="800" height="100" fill="#5E8F4E"/>
  <path d="M140 350V210Q400 60 660 210V350Z" fill="#FFFDF8"/>
  <path d="M140 350V210" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M227 350V168" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M313 350V143" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M400 350V135" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M487 350V143" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M573 350V168" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M660 350V210" fill="none" stroke="#2B6638" stroke-width="6" stroke-linecap="round"
  stroke-linejoin="round"/>
  <path d="M140 210Q400 60 660 210" fill="none" stroke="#2B6638" stroke-width="8"
  stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M140 280H660" fill="none" stroke="#2B6638" stroke-width="4" stroke-linecap="round"
  stroke-linejoin="round"/>
  <rect x="159" y="310" width="52" height="26" fill="#8F5200" rx="3"/>
  <path d="M185 310Q155 280 167 262Q185 270 185 310Q215 280 203 262Q185 270 185 310Z"
  fill="#5E8F4E"/>
  <rect x="244" y="310" width="52" height="26" fill="#8F5200" rx="3"/>
  <path d="M270 310Q240 280 252 262Q270 270 270 310Q300 280 288 262Q270 270 270 310Z"
  fill="#5E8F4E"/>
  <rect x="504" y="310" width="52" height="26" fill="#8F5200" rx="3"/>
  <path d="M530 310Q500 280 512 262Q530 270 530 310Q560 280 548 262Q530 270 530 310Z"
  fill="#5E8F4E"/>
  <rect x="586" y="310" width="52" height="26" fill="#8F5200" rx="3"/>
  <path d="M612 310Q582 280 594 262Q612 270 612 310Q642 280 630 262Q612 270 612 310Z"
  fill="#5E8F4E"/>
  <rect x="370" y="270" width="60" height="80" fill="#CFE0C3"/>
  <path d="M0 400Q400 360 800 400V450H0Z" fill="#2B6638"/>
  </svg>
  """

private let breadDrawing = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">
  <rect x="0" y="0" width="800" height="450" fill="#F4EBDD"/>
  <path d="M150 350V220Q150 80 400 80T650 220V350Z" fill="#B5654A"/>
  <path d="M280 350V260Q280 190 400 190T520 260V350Z" fill="#1F2A1C"/>
  <path d="M320 350Q320 290 360 300Q370 240 400 230Q404 280 430 270Q470 300 470 350Z"
  fill="#C98A1B"/>
  <path d="M360 350Q360 310 390 300Q400 320 420 310Q440 330 436 350Z" fill="#D98E73"/>
  <rect x="190" y="180" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="300" y="120" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="430" y="110" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="560" y="150" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="200" y="270" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="580" y="250" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="590" y="320" width="54" height="22" fill="#D98E73" rx="4"/>
  <rect x="0" y="350" width="800" height="100" fill="#8F5200"/>
  <path d="M90 350Q90 290 170 290T250 350Z" fill="#C98A1B"/>
  <path d="M125 318L140 302M160 316L175 300M196 320L208 306" fill="none" stroke="#F4EBDD"
  stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M560 350Q560 300 630 300T700 350Z" fill="#C98A1B"/>
  <path d="M600 326L612 310M634 322L646 308" fill="none" stroke="#F4EBDD" stroke-width="6"
  stroke-linecap="round" stroke-linejoin="round"/>
  <rect x="520" y="40" width="70" height="60" fill="#B5654A"/>
  <path d="M555 36Q535 16 560 0" fill="none" stroke="#CFE0C3" stroke-width="10"
  stroke-linecap="round" stroke-linejoin="round"/>
  </svg>
  """
