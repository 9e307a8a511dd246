# rule: methods_covered.own_method_called_by_fastai
# source: constructed
# says: has\s+to\s+take\s+what\s+that\s+takes
# says: def get_preds\(self, \*args, \*\*kwargs\):
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'],
                                 y_names='rich', bs=8)
class OwnLearner(TabularLearner):
    def get_preds(self, table): return super().get_preds(dl=self.dls.test_dl(table))
learn = OwnLearner(dls, TabularModel(get_emb_sz(dls.train_ds), 1, 2, [4]), loss_func=CrossEntropyLossFlat())
# %% fails
learn.predict(df.iloc[0])
# %% mended
class OwnLearner(TabularLearner):
    def get_preds(self, *args, **kwargs): return super().get_preds(*args, **kwargs)
learn = OwnLearner(dls, TabularModel(get_emb_sz(dls.train_ds), 1, 2, [4]), loss_func=CrossEntropyLossFlat())
learn.predict(df.iloc[0])
