# rule: tabular_asked.new_not_processed
# source: constructed
# says: numbers\s+words
# %% before
from fastai.tabular.all import *
from sklearn.ensemble import RandomForestClassifier
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
to = TabularPandas(df, [Categorify, FillMissing], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
m = RandomForestClassifier(3).fit(to.train.xs, to.train.y)
tst = to.new(df.drop(columns='rich'))
# %% fails
preds = m.predict(tst.xs)
# %% mended
tst.process()
preds = m.predict(tst.xs)
