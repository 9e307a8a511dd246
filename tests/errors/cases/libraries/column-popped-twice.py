# rule: cells_run_twice.column_taken_before
# source: constructed
# says: has run before
# says: if 'miles' in trips\.columns:
# %% before
import pandas as pd

trips = pd.DataFrame({"driver": ["Ann", "Bo"], "miles": [12, 40]})
# %% before
goal = trips.pop("miles")
goal.max()
# %% fails
goal = trips.pop("miles")
goal.max()
# %% mended
if 'miles' in trips.columns:
    goal = trips.pop('miles')
