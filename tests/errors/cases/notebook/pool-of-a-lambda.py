# rule: pools_of_processes.function_without_a_name
# source: https://github.com/jupyter/notebook/issues/2080
# says: def my_loop\(pair\):
# %% before
import multiprocessing
my_loop = lambda pair: pair[0] + pair[1]
# %% fails
with multiprocessing.Pool(2) as pool:
    pool.map(my_loop, [(1, 2), (3, 4)])
# %% mended
def my_loop(pair):
    return pair[0] + pair[1]
with multiprocessing.Pool(2) as pool:
    pool.map(my_loop, [(1, 2), (3, 4)])
