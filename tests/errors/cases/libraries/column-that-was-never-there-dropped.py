# rule: not cells_run_twice.column_taken_before
# source: constructed
# %% before
import pandas as pd

trips = pd.DataFrame({"driver": ["Ann", "Bo"], "miles": [12, 40]})
# %% before
try:
    exec('trips = trips.drop(columns="fuel")')
except KeyError:
    pass
# %% fails
trips = trips.drop(columns="fuel")
# %% mended
trips = trips.drop(columns="miles")
