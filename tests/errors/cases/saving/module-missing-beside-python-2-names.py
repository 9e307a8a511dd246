# rule: exports.module_not_installed
# source: https://github.com/fastai/fastbook/issues/472
# says: label_rules
# says: copy it beside
# %% before
from fastai.vision.all import *
import sys, types
label_rules = types.ModuleType('label_rules')
exec("def of_name(o): return o.name[0].isupper()", label_rules.__dict__)
sys.modules['label_rules'] = label_rules
torch.save({'kept': set([1]), 'kinds': range(3), 'get_y': label_rules.of_name}, 'pets.pkl')
del sys.modules['label_rules']
# %% fails
learn = load_learner('pets.pkl')
# %% mended
sys.modules['label_rules'] = label_rules
torch.load('pets.pkl', weights_only=False)
