# notice: training.diverged
# source: constructed
# says: column\s+cars\['per_km'\]\s+holds\s+inf\s+in\s+1\s+row:\s+a\s+division\s+by\s+0
# says: cars\s+=\s+cars\[np\.isfinite\(cars\['per_km'\]\)\]
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(3)
cars = pd.DataFrame({'km': np.arange(60) * 1.0, 'litres': rng.integers(3, 9, 60) * 1.0, 'fuel': 'gas', 'price': rng.integers(1, 9, 60) * 1.0})
cars['per_km'] = cars['litres'].div(cars['km'])
# %% cell
dls = TabularDataLoaders.from_df(cars, y_names='price', y_block=RegressionBlock(), cat_names=['fuel'], cont_names=['litres', 'per_km'], procs=[Categorify, Normalize], bs=16)
learn = tabular_learner(dls, layers=[10])
learn.fit(1, 1e-3)
# %% mended
cars = cars[np.isfinite(cars['per_km'])]
dls = TabularDataLoaders.from_df(cars, y_names='price', y_block=RegressionBlock(), cat_names=['fuel'], cont_names=['litres', 'per_km'], procs=[Categorify, Normalize], bs=16)
learn = tabular_learner(dls, layers=[10])
learn.fit(1, 1e-3)
