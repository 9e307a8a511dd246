# rule: powers.caret_as_power
# source: constructed
# says: people\["kg"\] / people\["m"\]\*\*2
# %% before
import pandas as pd

people = pd.DataFrame({"kg": [70.0, 55.0], "m": [1.8, 1.6]})
# %% fails
people["bmi"] = people["kg"] / people["m"]^2
# %% mended
people["bmi"] = people["kg"] / people["m"]**2
