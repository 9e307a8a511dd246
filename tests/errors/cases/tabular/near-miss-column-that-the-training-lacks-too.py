# rule: not tabular_asked.columns_of_training_alone
# source: constructed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
to = TabularPandas(df, [Categorify, FillMissing], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
test = df.drop(columns='rich')
# %% fails
test_df = test[['job', 'height']]
