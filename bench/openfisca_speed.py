"""The same kind of sum by OpenFisca, to compare with `python -m bench.rulebook`.

OpenFisca does not install beside Rasa, so it gets an environment of its own:

    python3.10 -m venv ~/openfisca
    ~/openfisca/bin/pip install openfisca-core openfisca-country-template
    .venv/bin/python -m bench.rulebook --openfisca ~/openfisca/bin/python

One person's social security contribution for one month, asked one person at a time, as
a chat does; and for 10,000 people at once, where its vectors shine.
"""

from __future__ import annotations

import json
import resource
import statistics
import time

PERIOD = "2024-10"
ROUNDS = 200
MANY = 10_000


def main() -> None:
    begun = time.perf_counter()
    import numpy
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_country_template import CountryTaxBenefitSystem

    system = CountryTaxBenefitSystem()
    print(json.dumps({"load_ms": round((time.perf_counter() - begun) * 1000, 1)}))

    def ask(count: int) -> float:
        started = time.perf_counter()
        simulation = SimulationBuilder().build_default_simulation(system, count)
        salaries = numpy.full(count, 3000.0)
        simulation.set_input("salary", PERIOD, salaries)
        simulation.calculate("social_security_contribution", PERIOD)
        return time.perf_counter() - started

    ask(1)
    begun_cpu = time.process_time()
    one = statistics.median([ask(1) for _ in range(ROUNDS)])
    cpu = (time.process_time() - begun_cpu) / ROUNDS
    line = {"people": 1, "us": round(one * 1e6, 1), "per_second": round(1 / one)}
    print(json.dumps({**line, "cpu_per_second": round(1 / cpu)}))
    many = statistics.median(ask(MANY) for _ in range(5))
    print(json.dumps({"people": MANY, "per_second": round(MANY / many)}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"peak_mb": round(peak / 1024, 1)}))


if __name__ == "__main__":
    main()
