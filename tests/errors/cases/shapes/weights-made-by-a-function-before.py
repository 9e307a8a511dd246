# rule: made_before.made_for_another_size
# source: https://www.kaggle.com/code/jhoward/linear-model-and-neural-net-from-scratch
# says: coeffs.?\s+was\s+made\s+in\s+cell \[2\]
# says: n_coeff = t_indep\.shape\[1\]\s+coeffs = init_coeffs\(\)\s+loss = calc_loss\(coeffs, t_indep, t_dep\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'Age': [20., 30., 40.] * 10, 'Fare': [1., 2., 3.] * 10, 'Sex': ['m', 'f', 'f'] * 10, 'y': [0, 1, 1] * 10})
t_indep = tensor(df[['Age', 'Fare']].values, dtype=torch.float); t_dep = tensor(df.y)
def init_coeffs(): return (torch.rand(n_coeff)-0.5).requires_grad_()
def calc_preds(coeffs, indeps): return (indeps*coeffs).sum(axis=1)
def calc_loss(coeffs, indeps, deps): return torch.abs(calc_preds(coeffs, indeps)-deps).mean()
# %% before
n_coeff = t_indep.shape[1]
coeffs = init_coeffs()
# %% before
df = pd.get_dummies(df, columns=['Sex'], dtype=int)
t_indep = tensor(df[['Age', 'Fare', 'Sex_m', 'Sex_f']].values, dtype=torch.float)
# %% fails
loss = calc_loss(coeffs, t_indep, t_dep)
# %% mended
n_coeff = t_indep.shape[1]
coeffs = init_coeffs()
loss = calc_loss(coeffs, t_indep, t_dep)
