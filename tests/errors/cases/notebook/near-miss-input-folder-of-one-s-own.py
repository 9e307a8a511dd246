# rule: not folders_of_others.input_of_kaggle
# source: constructed
# %% before
open('train.csv', 'w').write('a')
# %% fails
open('input/test.csv')
