# rule: tabular.strategy_is_text
# source: constructed
# says: FillStrategy.median
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.loc[3, 'age'] = np.nan
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing(fill_strategy='median')], cat_names=['workclass'], cont_names=['age'],
                                 y_names='salary', valid_idx=[70, 71])
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing(fill_strategy=FillStrategy.median)], cat_names=['workclass'],
                                 cont_names=['age'], y_names='salary', valid_idx=[70, 71])
