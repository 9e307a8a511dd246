# notice: training.diverged
# source: constructed
# says: target\s+column\s+houses\['log_debt'\]\s+holds\s+-inf\s+in\s+\d+\s+rows
# says: np\.log1p\(houses\['debt'\]\)
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(3)
houses = pd.DataFrame({'rooms': rng.integers(1, 6, 60) * 1.0, 'kind': rng.choice(['flat', 'house'], 60), 'debt': rng.integers(0, 4, 60) * 100.0})
# %% cell
houses['log_debt'] = np.log(houses['debt'])
dls = TabularDataLoaders.from_df(houses, y_names='log_debt', y_block=RegressionBlock(), cat_names=['kind'], cont_names=['rooms'], procs=[Categorify, Normalize], bs=16)
learn = tabular_learner(dls, layers=[10])
learn.fit(1, 1e-3)
# %% mended
houses['log_debt'] = np.log1p(houses['debt'])
dls = TabularDataLoaders.from_df(houses, y_names='log_debt', y_block=RegressionBlock(), cat_names=['kind'], cont_names=['rooms'], procs=[Categorify, Normalize], bs=16)
learn = tabular_learner(dls, layers=[10])
learn.fit(1, 1e-3)
