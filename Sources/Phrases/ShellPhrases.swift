// What stands around every page: header, footer, switches, banner.

package struct ShellPhrases: PhraseBook {
  package let site: String
  package let motto: String
  package let skipToContent: String
  package let mainMenu: String
  package let campaigns: String
  package let howItWorks: String
  package let transparency: String
  package let privacy: String
  package let accessibility: String
  package let contact: String
  package let helpAndContact: String
  package let footerMenu: String
  package let desk: String
  package let signIn: String
  package let signOut: String
  package let account: String
  package let otherLanguage: String
  package let otherLanguageLabel: String
  package let themeLegend: String
  package let themeAuto: String
  package let themeLight: String
  package let themeDark: String
  package let apply: String
  package let demoBanner: String
  package let demoMailbox: String
  package let youAreHere: String
  package let home: String
  package let errorPrefix: String
  package let problemsTitle: String
  package let sourceCode: String

  package static let it = ShellPhrases(
    site: "Raccolto",
    motto: "Prima si decide insieme, poi si raccoglie insieme.",
    skipToContent: "Vai al contenuto",
    mainMenu: "Principale",
    campaigns: "Campagne",
    howItWorks: "Come funziona",
    transparency: "Trasparenza",
    privacy: "Privacy",
    accessibility: "Accessibilità",
    contact: "Scrivici",
    helpAndContact: "Aiuto e contatti",
    footerMenu: "Piè di pagina",
    desk: "Scrivania",
    signIn: "Accedi",
    signOut: "Esci",
    account: "Il tuo profilo",
    otherLanguage: "English",
    otherLanguageLabel: "Read this page in English",
    themeLegend: "Aspetto",
    themeAuto: "Come il dispositivo",
    themeLight: "Chiaro",
    themeDark: "Scuro",
    apply: "Cambia",
    demoBanner: "Modalità dimostrativa: nessun denaro vero.",
    demoMailbox: "Posta inviata",
    youAreHere: "Percorso",
    home: "Inizio",
    errorPrefix: "Errore: ",
    problemsTitle: "C’è qualcosa da correggere",
    sourceCode: "Software libero")

  package static let en = ShellPhrases(
    site: "Raccolto",
    motto: "First we decide together, then we raise together.",
    skipToContent: "Skip to content",
    mainMenu: "Main",
    campaigns: "Campaigns",
    howItWorks: "How it works",
    transparency: "Transparency",
    privacy: "Privacy",
    accessibility: "Accessibility",
    contact: "Write to us",
    helpAndContact: "Help and contact",
    footerMenu: "Footer",
    desk: "Desk",
    signIn: "Sign in",
    signOut: "Sign out",
    account: "Your profile",
    otherLanguage: "Italiano",
    otherLanguageLabel: "Leggi questa pagina in italiano",
    themeLegend: "Appearance",
    themeAuto: "Same as device",
    themeLight: "Light",
    themeDark: "Dark",
    apply: "Change",
    demoBanner: "Demonstration: no real money.",
    demoMailbox: "Sent mail",
    youAreHere: "Breadcrumb",
    home: "Home",
    errorPrefix: "Error: ",
    problemsTitle: "Something needs correcting",
    sourceCode: "Free software")
}
