"""Counts elections with pabutools, and with naive exact rules of our own where it has none.

stdin: a JSON list of .pb texts; stdout: for each, the projects that every rule selects, in order, and the cost.
"""
import json
import sys
import time
from fractions import Fraction

from pabutools.election import Cost_Sat, Cardinality_Sat, Additive_Cardinal_Sat
from pabutools.election.pabulib import parse_pabulib_from_string
from pabutools.election.profile import ApprovalProfile
from pabutools.election.satisfaction.additivesatisfaction import AdditiveSatisfaction
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares, sequential_phragmen


class PointsTimesCost(AdditiveSatisfaction):
    """Greedy divides satisfaction by cost: with this, it orders by points."""

    def __init__(self, instance, profile, ballot):
        super().__init__(
            instance, profile, ballot, lambda i, p, b, project, pre: b.get(project, 0) * project.cost)


def greedy_after(instance, profile, sat, first):
    return greedy_utilitarian_welfare(instance, profile, sat_class=sat, initial_budget_allocation=first)


def rules(instance, profile):
    approval = isinstance(profile, ApprovalProfile)
    by_votes = Cost_Sat if approval else PointsTimesCost
    per_cost = Cardinality_Sat if approval else Additive_Cardinal_Sat
    shares = Cost_Sat if approval else Additive_Cardinal_Sat

    def add1():
        return method_of_equal_shares(instance, profile, sat_class=shares, voter_budget_increment=1)

    found = {
        "greedy": lambda: greedy_utilitarian_welfare(instance, profile, sat_class=by_votes),
        "votes-per-cost": lambda: greedy_utilitarian_welfare(instance, profile, sat_class=per_cost),
        "equal-shares": lambda: method_of_equal_shares(instance, profile, sat_class=shares),
        "equal-shares-add1-exhaustive": add1,
        "equal-shares-add1-utilitarian": lambda: greedy_after(instance, profile, by_votes, add1()),
        "equal-shares-add1": lambda: cities(instance, profile),
    }
    if approval:
        found["phragmen"] = lambda: sequential_phragmen(instance, profile)
    return found


def cities(instance, profile):
    """Equal Shares as equalshares.net defines it, written down plainly: whole first share, one unit
    more each time, until the next outcome is over budget; lower cost, more votes, smaller id."""
    approval = isinstance(profile, ApprovalProfile)
    voters = [{p: 1 if approval else int(b[p]) for p in b} for b in profile]
    score = {p: sum(v.get(p, 0) for v in voters) for p in instance}
    budget, share = int(instance.budget_limit), int(instance.budget_limit) // len(voters)
    supported = {p for p in instance if score[p] > 0}
    before = []
    while True:
        outcome = one_run(supported, voters, share, score, approval)
        if sum(p.cost for p in outcome) > budget:
            return before
        if set(outcome) == supported:
            return outcome
        before, share = outcome, share + 1


def one_run(projects, voters, share, score, approval):
    money = [Fraction(share)] * len(voters)
    taken, left = [], set(projects)
    while True:
        offers = []
        for p in left:
            cost, total = Fraction(int(p.cost)), score[p]
            backers = sorted((i for i, v in enumerate(voters) if v.get(p, 0) > 0), key=lambda i: money[i] / voters[i][p])
            if sum(money[i] for i in backers) < cost:
                continue
            for i in backers:
                price = cost / total
                if price * voters[i][p] <= money[i]:
                    unit = int(p.cost) if approval else 1
                    offers.append((price / unit, p.cost, -score[p], p.name, price, p))
                    break
                cost -= money[i]
                total -= voters[i][p]
        if not offers:
            return taken
        *_, price, best = min(offers, key=lambda offer: offer[:4])
        for i, v in enumerate(voters):
            if v.get(best, 0) > 0:
                money[i] -= min(money[i], price * v[best])
        taken.append(best)
        left.remove(best)


def main():
    wanted = sys.argv[1:]
    answers = []
    for text in json.load(sys.stdin):
        instance, profile = parse_pabulib_from_string(text)
        answer = {}
        for name, rule in rules(instance, profile).items():
            if wanted and name not in wanted:
                continue
            start = time.process_time()
            selected = list(rule())
            answer[name] = {
                "selected": [p.name for p in selected],
                "cost": int(sum(p.cost for p in selected)),
                "seconds": time.process_time() - start,
            }
        answers.append(answer)
    json.dump(answers, sys.stdout)


main()
