# rule: categories.class_without_number
# source: constructed
# says: price
# says: text
# says: to_numeric
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['price'] = [str(100 + o * 3) if o % 11 else 'n/a' for o in range(80)]
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='price', bs=16)
learn = tabular_learner(dls, layers=[10], metrics=rmse)
# %% fails
learn.fit(1)
# %% mended
df['price'] = pd.to_numeric(df['price'], errors='coerce')
df = df.dropna(subset=['price'])
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='price', bs=16)
learn = tabular_learner(dls, layers=[10], metrics=rmse)
learn.fit(1)
