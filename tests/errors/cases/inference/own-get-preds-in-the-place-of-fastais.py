# rule: methods_covered.own_method_called_by_fastai
# source: https://github.com/rbrtwlz/fastai_object_detection/issues/3
# says: get_preds\s+is\s+your\s+own\s+function
# says: def own_get_preds
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'],
                                 y_names='rich', bs=8)
learn = tabular_learner(dls, layers=[4])
@patch
def get_preds(x: Learner, items=None, max_n=None):
    return [x.model(*b[:2]) for b in x.dls.test_dl(items)]
# %% fails
learn.predict(df.iloc[0])
