# notice: model_inputs.target_among_inputs
# source: constructed
# says: still\s+has\s+the\s+column\s+'rent'
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
rng = np.random.default_rng(0)
flats = pd.DataFrame({'rooms': rng.integers(1, 9, 12_000), 'rent': np.sort(rng.normal(900, 90, 12_000))})
wanted = pd.Series(flats['rent'].to_numpy())
# %% cell
m = LinearRegression().fit(flats, wanted)
# %% mended
m = LinearRegression().fit(flats.drop(columns='rent'), wanted)
