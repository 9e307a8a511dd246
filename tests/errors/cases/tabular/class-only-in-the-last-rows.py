# rule: categories.class_without_number
# source: https://github.com/fastai/fastai2/issues/534
# says: Split\s+each\s+class\s+into\s+both\s+parts
# says: splits = TrainTestSplitter\(stratify=df\['salary'\]\)\(range_of\(df\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'age': range(80), 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.loc[70:, 'salary'] = 'unknown'
splits = (list(range(60)), list(range(60, 80)))
to = TabularPandas(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', y_block=CategoryBlock(), splits=splits)
dls = to.dataloaders(bs=16)
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
# %% fails
learn.fit_one_cycle(1)
# %% mended
splits = TrainTestSplitter(stratify=df['salary'])(range_of(df))
to = TabularPandas(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', y_block=CategoryBlock(), splits=splits)
dls = to.dataloaders(bs=16)
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
learn.fit_one_cycle(1)
