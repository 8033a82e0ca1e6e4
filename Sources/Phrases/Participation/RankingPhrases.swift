// Rankings and certificates, as everyone reads them and as facilitators work on them.
package import Domain

package struct RankingPhrases: PhraseBook {
  package let ranking: String
  package let process: String
  package let rule: String
  package let certifiedAt: String
  package let rankingOf: @Sendable (String) -> String
  package let everyone: String
  package let ruleInWords: @Sendable (VoteResult.Measure, RankingRule.Winners) -> String
  package let voters: @Sendable (Int64) -> String
  package let place: String
  package let project: String
  package let score: @Sendable (VoteResult.Measure) -> String
  package let cost: String
  package let outcome: @Sendable (RankedProject.Outcome) -> String
  package let outcomeHeading: String
  package let shared: String
  package let leftOut: String
  package let withdrawn: String
  package let merged: @Sendable (String) -> String
  package let tie: @Sendable (Int, String) -> String
  package let tieDecidesNothing: String
  package let tieOpen: String
  package let settledBy: @Sendable (TieResolution.Method) -> String
  package let order: String
  package let witnesses: String
  package let note: String
  package let status: @Sendable (RankingStatus) -> String
  package let notCertifiedYet: String
  package let supersededNote: String
  package let certificate: String
  package let certifiedOn: @Sendable (String) -> String
  package let digest: String
  package let fileDigest: String
  package let file: String
  package let certifiedText: String
  package let download: String
  package let howToRecount: String
  package let recountSteps: [String]
  package let seeCertificate: String
  package let seeRanking: String

  package static let it = RankingPhrases(
    ranking: "Classifica", process: "Percorso", rule: "Regola", certifiedAt: "Certificata",
    rankingOf: { "Classifica di \($0)" },
    everyone: "Tutte le persone votanti",
    ruleInWords: { measure, winners in
      let what = measure == .votes ? "voti" : "punti"
      let who =
        switch winners {
        case .all: "Sono scelti tutti i progetti che hanno ricevuto \(what)."
        case .first(1): "È scelto il primo."
        case .first(let places): "Sono scelti i primi \(places)."
        }
      return "Vince chi ha più \(what); a parità il posto è condiviso. \(who)"
    },
    voters: { "\($0) votanti" },
    place: "Posto", project: "Progetto",
    score: { $0 == .votes ? "Voti" : "Punti" },
    cost: "Costo stimato",
    outcome: {
      switch $0 {
      case .chosen: "Scelto"
      case .notChosen: "Non scelto"
      case .undecided: "Da decidere"
      }
    },
    outcomeHeading: "Esito", shared: "a pari merito",
    leftOut: "Non hanno partecipato al voto",
    withdrawn: "ritirato prima del voto",
    merged: { "unito a \($0)" },
    tie: { "Parità al posto \($0), con \($1)" },
    tieDecidesNothing: "Questa parità non cambia chi è scelto.",
    tieOpen: "Questa parità decide chi è scelto: la classifica aspetta lo spareggio.",
    settledBy: {
      switch $0 {
      case .publicDraw: "Decisa con un sorteggio pubblico"
      case .jointWinners: "Decisa scegliendo insieme tutti i progetti alla pari"
      case .priorSupports: "Decisa dai sostegni raccolti prima del voto"
      case .other: "Decisa in altro modo"
      }
    },
    order: "Ordine", witnesses: "Testimoni", note: "Nota",
    status: {
      switch $0 {
      case .provisional: "provvisoria"
      case .tieOpen: "in attesa di spareggio"
      case .certified: "certificata"
      case .superseded: "sostituita"
      }
    },
    notCertifiedYet: "La classifica non è ancora certificata: i risultati usciranno tutti insieme.",
    supersededNote: "Questa classifica è stata sostituita da una più recente; resta leggibile.",
    certificate: "Certificato della classifica",
    certifiedOn: { "Certificata il \($0)" },
    digest: "Impronta del certificato (SHA-256)",
    fileDigest: "Impronta del file dei voti (SHA-256)",
    file: "File dei voti",
    certifiedText: "Testo certificato", download: "Scarica il testo certificato",
    howToRecount: "Come rifare il conto",
    recountSteps: [
      "Scarica il testo certificato e calcola la sua impronta: con sha256sum deve venire quella"
        + " scritta qui.",
      "Leggi le righe che cominciano con «row»: posto, voti, esito e codice di ogni progetto. Chi"
        + " ha più voti sta sopra; a pari voti il posto è lo stesso.",
      "Se hai il file dei voti, la sua impronta deve essere quella della riga «source», e la somma"
        + " delle sue schede deve dare gli stessi voti.",
    ],
    seeCertificate: "Vedi il certificato", seeRanking: "Vedi la classifica pubblica")

  package static let en = RankingPhrases(
    ranking: "Ranking", process: "Process", rule: "Rule", certifiedAt: "Certified",
    rankingOf: { "Ranking of \($0)" },
    everyone: "All voters",
    ruleInWords: { measure, winners in
      let what = measure == .votes ? "votes" : "points"
      let who =
        switch winners {
        case .all: "Every project that received \(what) is chosen."
        case .first(1): "The first is chosen."
        case .first(let places): "The first \(places) are chosen."
        }
      return "Most \(what) win; equals share a place. \(who)"
    },
    voters: { "\($0) voters" },
    place: "Place", project: "Project",
    score: { $0 == .votes ? "Votes" : "Points" },
    cost: "Estimated cost",
    outcome: {
      switch $0 {
      case .chosen: "Chosen"
      case .notChosen: "Not chosen"
      case .undecided: "To be decided"
      }
    },
    outcomeHeading: "Outcome", shared: "tied",
    leftOut: "Were not voted on",
    withdrawn: "withdrawn before the vote",
    merged: { "merged into \($0)" },
    tie: { "Tie for place \($0), with \($1)" },
    tieDecidesNothing: "This tie does not change who is chosen.",
    tieOpen: "This tie decides who is chosen: the ranking waits until it is settled.",
    settledBy: {
      switch $0 {
      case .publicDraw: "Settled by a public draw"
      case .jointWinners: "Settled by choosing all tied projects together"
      case .priorSupports: "Settled by the supports collected before the vote"
      case .other: "Settled in another way"
      }
    },
    order: "Order", witnesses: "Witnesses", note: "Note",
    status: {
      switch $0 {
      case .provisional: "provisional"
      case .tieOpen: "waiting for a tie"
      case .certified: "certified"
      case .superseded: "superseded"
      }
    },
    notCertifiedYet: "The ranking is not certified yet: all results will come out together.",
    supersededNote: "This ranking was replaced by a later one; it stays readable.",
    certificate: "Certificate of the ranking",
    certifiedOn: { "Certified on \($0)" },
    digest: "Digest of the certificate (SHA-256)",
    fileDigest: "Digest of the file of votes (SHA-256)",
    file: "File of votes",
    certifiedText: "Certified text", download: "Download the certified text",
    howToRecount: "How to count again",
    recountSteps: [
      "Download the certified text and take its digest: sha256sum must give the one written here.",
      "Read the lines that begin with “row”: place, votes, outcome and id of each project. More"
        + " votes stand above; equal votes have the same place.",
      "If you have the file of votes, its digest must be the one in the line “source”, and its"
        + " ballots must add up to the same votes.",
    ],
    seeCertificate: "See the certificate", seeRanking: "See the public ranking")
}
