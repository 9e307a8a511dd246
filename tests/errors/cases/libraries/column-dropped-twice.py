# rule: cells_run_twice.column_taken_before
# source: https://stackoverflow.com/questions/44931834/pandas-drop-function-error-label-not-contained-in-axis
# says: has run before
# says: trips = trips\.drop\(columns='driver', errors='ignore'\)
# %% before
import pandas as pd

pd.DataFrame({"driver": ["Ann", "Bo"], "miles": [12, 40]}).to_csv("trips.csv", index=False)
trips = pd.read_csv("trips.csv")
# %% before
trips = trips.drop(columns="driver")
# %% fails
trips = trips.drop(columns="driver")
# %% mended
trips = trips.drop(columns='driver', errors='ignore')
