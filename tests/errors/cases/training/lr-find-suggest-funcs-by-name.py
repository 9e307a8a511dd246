# rule: rates_suggested.suggestions_asked_for
# source: constructed
# says: finder\.lr_find\(suggest_funcs=\(valley, slide\)\)
# says: in quotes
# %% before
from fastai.vision.all import *
rows = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(64)]
dls = DataLoaders.from_dsets(rows[:48], rows[48:], bs=8, num_workers=0)
finder = Learner(dls, nn.Linear(5, 3), loss_func=CrossEntropyLossFlat())
# %% fails
finder.lr_find(suggest_funcs=['valley', 'slide'])
# %% mended
finder.lr_find(suggest_funcs=(valley, slide))
