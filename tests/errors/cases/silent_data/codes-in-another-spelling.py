# notice: read_tables.codes_without_values
# source: https://stackoverflow.com/questions/20250771
# says: Every\s+value\s+of\s+cars\['code'\]\s+is\s+NaN
# says: 'diesel':\s+0,\s+'petrol':\s+1
# %% before
import pandas as pd

cars = pd.DataFrame({"fuel": ["diesel", "petrol", "diesel", "petrol"]})
# %% cell
fuels = {"Diesel": 0, "Petrol ": 1}
cars["code"] = cars.fuel.map(fuels)
cars.shape
# %% mended
fuels = {"diesel": 0, "petrol": 1}
cars["code"] = cars.fuel.map(fuels)
cars.shape
