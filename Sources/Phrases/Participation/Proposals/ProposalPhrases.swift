// Proposals and assemblies in words: for everyone, for who proposes, for who moderates.
package import Domain
import Foundation

package struct ProposalPhrases: PhraseBook {
  package let proposals: String
  package let catalogue: @Sendable (_ process: String) -> String
  package let none: String
  package let number: @Sendable (Int) -> String
  package let cost: String
  package let bornIn: String
  package let lineage: String
  package let history: String
  package let endings: String
  package let propose: String
  package let proposeLead: String
  package let title: String
  package let text: String
  package let textHint: String
  package let costField: String
  package let optional: String
  package let constituency: String
  package let code: String
  package let codeHint: String
  package let send: String
  package let sent: String
  package let sentBefore: String
  package let waits: String
  package let withdraw: String
  package let reason: String
  package let decide: String
  package let decided: String
  package let enter: String
  package let entered: String
  package let assembly: String
  package let noAssembly: String
  package let recast: String
  package let recastHint: String
  package let what: String
  package let sources: String
  package let sourcesHint: String
  package let second: String
  package let secondHint: String
  package let doRecast: String
  package let recastDone: String
  package let noSuchNumber: @Sendable (Int) -> String
  package let status: @Sendable (ProposalStatus) -> String
  package let event: @Sendable (ProposalEvent) -> String
  package let descentName: @Sendable (ProposalDescent) -> String
  package let cameFrom: @Sendable (ProposalDescent) -> String
  package let became: @Sendable (ProposalDescent) -> String
  package let refusal: @Sendable (ProposalRefusal) -> String

  package static let it = ProposalPhrases(
    proposals: "Proposte",
    catalogue: { "Proposte: \($0)" },
    none: "Non c’è ancora nessuna proposta.",
    number: { "Proposta \($0)" },
    cost: "Costo stimato",
    bornIn: "Nata nell’assemblea",
    lineage: "Da dove viene, che cosa è diventata",
    history: "Che cosa è successo",
    endings: "Ritirate, unite, divise",
    propose: "Fai una proposta",
    proposeLead: "Prima che tutti la leggano, la legge chi media il percorso. Il tuo nome non si"
      + " pubblica. Le parole non si cambiano più: una proposta nuova può prenderne il posto.",
    title: "Titolo",
    text: "Che cosa proponi",
    textHint: "Anche con titoli ed elenchi (Markdown).",
    costField: "Quanto costa, a occhio",
    optional: "Si può lasciare vuoto.",
    constituency: "Collegio",
    code: "Il tuo codice",
    codeHint: "Quello dell’elenco degli aventi diritto. Si chiede una volta sola.",
    send: "Manda la proposta",
    sent: "Proposta mandata. La vedrai pubblicata quando è stata letta.",
    sentBefore: "Questa proposta c’era già.",
    waits: "Aspetta chi la legge: la vedi solo tu.",
    withdraw: "Ritira la proposta",
    reason: "Motivo",
    decide: "Decidi",
    decided: "Fatto.",
    enter: "Scrivi una proposta nata in assemblea o su carta",
    entered: "Proposta aggiunta.",
    assembly: "Assemblea",
    noAssembly: "Su carta, fuori da un’assemblea",
    recast: "Unisci, dividi, riproponi",
    recastHint: "Le proposte di prima restano, con il loro seguito. I sostegni non si spostano.",
    what: "Che cosa fai",
    sources: "Proposte di partenza",
    sourcesHint: "I numeri, per esempio 3, 7.",
    second: "La seconda parte",
    secondHint: "Solo per dividere.",
    doRecast: "Fallo",
    recastDone: "Fatto.",
    noSuchNumber: { "Non c’è nessuna proposta \($0)." },
    status: {
      switch $0 {
      case .submitted: "da leggere"
      case .published: "pubblicata"
      case .refused: "respinta"
      case .withdrawn: "ritirata"
      case .merged: "unita ad altre"
      case .split: "divisa"
      }
    },
    event: {
      switch $0 {
      case .published: "Pubblica"
      case .refused: "Respingi"
      case .withdrawn: "Ritira"
      case .merged: "Unisci"
      case .split: "Dividi"
      }
    },
    descentName: {
      switch $0 {
      case .merged: "Unisco due o più proposte in una"
      case .split: "Divido una proposta in due"
      case .reproposed: "Ripropongo una proposta respinta o ritirata"
      }
    },
    cameFrom: {
      switch $0 {
      case .merged: "Unisce la"
      case .split: "È una parte della"
      case .reproposed: "Ripropone la"
      }
    },
    became: {
      switch $0 {
      case .merged: "Unita nella"
      case .split: "Una sua parte è la"
      case .reproposed: "Riproposta come"
      }
    },
    refusal: {
      switch $0 {
      case .notNow(.submitted): "Una proposta non è ancora stata letta."
      case .notNow(.published): "La proposta è già pubblicata."
      case .notNow(.refused): "La proposta è respinta."
      case .notNow(.withdrawn): "La proposta è ritirata."
      case .notNow(.merged): "La proposta è già unita ad altre."
      case .notNow(.split): "La proposta è già divisa."
      case .reasonMissing: "Scrivi il motivo."
      case .phaseNotOpen: "Ora non si raccolgono proposte in questo modo."
      case .codeMissing: "Scrivi il codice che hai nell’elenco degli aventi diritto."
      case .codeUnknown: "Questo codice non è nell’elenco degli aventi diritto."
      case .codeTaken:
        "Questo codice l’ha già usato un’altra persona. Parlane con chi segue il percorso."
      case .tooMany(1): "Hai già fatto la tua proposta."
      case .tooMany(let max): "Hai già fatto \(max) proposte: sono il massimo."
      case .costAbove(let most): "Una proposta può costare al massimo \(most.rounded(.italian))."
      case .tooFew: "Per unire servono almeno due proposte di partenza; per dividere, due parti."
      case .ofTwoConstituencies: "Le proposte sono di due collegi diversi."
      case .supportUnderWay:
        "Si stanno raccogliendo i sostegni: fino alla fine le proposte restano come sono."
      case .noSuchConstituency: "Scegli il collegio."
      case .noSuchAssembly: "Questa assemblea non c’è."
      }
    })

  package static let en = ProposalPhrases(
    proposals: "Proposals",
    catalogue: { "Proposals: \($0)" },
    none: "There is no proposal yet.",
    number: { "Proposal \($0)" },
    cost: "Estimated cost",
    bornIn: "Born in the assembly",
    lineage: "Where it comes from, what it became",
    history: "What happened",
    endings: "Withdrawn, merged, split",
    propose: "Make a proposal",
    proposeLead: "Before everybody reads it, a mediator of the process does. Your name is not"
      + " published. The words do not change any more: a new proposal can take its place.",
    title: "Title",
    text: "What you propose",
    textHint: "With headings and lists too (Markdown).",
    costField: "What it costs, roughly",
    optional: "May be left empty.",
    constituency: "Constituency",
    code: "Your code",
    codeHint: "The one on the census. It is asked only once.",
    send: "Send the proposal",
    sent: "Proposal sent. You will see it published once it was read.",
    sentBefore: "This proposal was there already.",
    waits: "It waits to be read: only you see it.",
    withdraw: "Withdraw the proposal",
    reason: "Reason",
    decide: "Decide",
    decided: "Done.",
    enter: "Enter a proposal born in an assembly or on paper",
    entered: "Proposal added.",
    assembly: "Assembly",
    noAssembly: "On paper, outside an assembly",
    recast: "Merge, split, re-propose",
    recastHint: "The proposals before stay, with what became of them. Supports are never moved.",
    what: "What you do",
    sources: "Proposals to start from",
    sourcesHint: "Their numbers, as 3, 7.",
    second: "The second part",
    secondHint: "Only to split.",
    doRecast: "Do it",
    recastDone: "Done.",
    noSuchNumber: { "There is no proposal \($0)." },
    status: {
      switch $0 {
      case .submitted: "to be read"
      case .published: "published"
      case .refused: "refused"
      case .withdrawn: "withdrawn"
      case .merged: "merged with others"
      case .split: "split"
      }
    },
    event: {
      switch $0 {
      case .published: "Publish"
      case .refused: "Refuse"
      case .withdrawn: "Withdraw"
      case .merged: "Merge"
      case .split: "Split"
      }
    },
    descentName: {
      switch $0 {
      case .merged: "Merge two or more proposals into one"
      case .split: "Split a proposal in two"
      case .reproposed: "Bring back one that was refused or withdrawn"
      }
    },
    cameFrom: {
      switch $0 {
      case .merged: "Merges"
      case .split: "Is a part of"
      case .reproposed: "Brings back"
      }
    },
    became: {
      switch $0 {
      case .merged: "Merged into"
      case .split: "A part of it is"
      case .reproposed: "Brought back as"
      }
    },
    refusal: {
      switch $0 {
      case .notNow(.submitted): "A proposal has not been read yet."
      case .notNow(.published): "The proposal is published already."
      case .notNow(.refused): "The proposal is refused."
      case .notNow(.withdrawn): "The proposal is withdrawn."
      case .notNow(.merged): "The proposal is merged already."
      case .notNow(.split): "The proposal is split already."
      case .reasonMissing: "Write the reason."
      case .phaseNotOpen: "No proposals are taken in this way now."
      case .codeMissing: "Write the code that you have on the census."
      case .codeUnknown: "This code is not on the census."
      case .codeTaken: "Somebody else used this code already. Talk to who runs the process."
      case .tooMany(1): "You have made your proposal already."
      case .tooMany(let max): "You have made \(max) proposals already: that is the most."
      case .costAbove(let most): "A proposal may cost \(most.rounded(.english)) at most."
      case .tooFew: "A merge takes two proposals at least; a split makes two parts."
      case .ofTwoConstituencies: "The proposals belong to two constituencies."
      case .supportUnderWay:
        "Supports are being collected: until the end proposals stay as they are."
      case .noSuchConstituency: "Choose the constituency."
      case .noSuchAssembly: "There is no such assembly."
      }
    })
}
