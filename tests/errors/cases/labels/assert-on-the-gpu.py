# rule: label_numbers.assert_on_the_gpu
# source: constructed (the text of CUDA's error, raised without a GPU)
# says: label
# says: CPU
# %% before
import torch
namespace = {}
code = compile("def loss(): raise RuntimeError('CUDA error: device-side assert triggered')", '<torch>', 'exec')
exec(code, namespace)
loss = namespace['loss']
# %% fails
loss()
