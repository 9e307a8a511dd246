# rule: tabular_asked.new_not_processed
# source: https://github.com/fastai/fastai/issues/2911
# says: to_test\.process\(\)
# %% before
from fastai.tabular.all import *
from sklearn.tree import DecisionTreeClassifier
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
df.loc[3, 'age'] = np.nan
to = TabularPandas(df, [Categorify, FillMissing], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
m = DecisionTreeClassifier().fit(to.train.xs, to.train.y)
df_test = df.drop(columns='rich')
to_test = to.valid.new(df_test)
# %% fails
preds = m.predict(to_test.xs)
# %% mended
to_test.process()
preds = m.predict(to_test.xs)
