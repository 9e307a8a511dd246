# rule: not tabular_asked.new_not_processed
# source: constructed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
to = TabularPandas(df, [Categorify], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
to_test = to.new(df.drop(columns='rich'))
to_test.process()
# %% fails
to_test.xs['agee']
