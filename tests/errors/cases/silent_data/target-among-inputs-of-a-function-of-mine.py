# notice: model_inputs.target_among_inputs
# source: fastbook, chapter 9
# says: xs\s+still\s+has\s+the\s+column\s+'price'
# says: rf\(xs\.drop\(columns='price'\),\s+xs\['price'\]\)
# %% before
import numpy as np, pandas as pd
from sklearn.ensemble import RandomForestRegressor
rng = np.random.RandomState(0)
xs = pd.DataFrame({'year': rng.randint(1990, 2010, 90), 'hours': rng.rand(90), 'price': rng.rand(90)})
def rf(xs, y, n_estimators=5, **kwargs):
    return RandomForestRegressor(n_jobs=1, n_estimators=n_estimators, **kwargs).fit(xs, y)
# %% cell
m = rf(xs, xs['price'])
# %% mended
m = rf(xs.drop(columns='price'), xs['price'])
