"""Rules on sums inside one table: 表内勾稽. The identities themselves stand in the form file."""
