# notice: coerced.all_became_nan
# source: constructed
# says: such\s+as\s+'1200\s+km'
# says: str\.replace
# %% before
import pandas as pd
cars = pd.DataFrame({'name': ['a', 'b', 'c', 'd'], 'mileage': ['1200 km', '56,000 km', '800 km', None]})
# %% cell
cars['km'] = pd.to_numeric(cars['mileage'], errors='coerce')
# %% mended
cars['km'] = pd.to_numeric(cars['mileage'].str.replace('[^0-9.-]', '', regex=True), errors='coerce')
