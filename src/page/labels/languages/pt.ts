/** Portuguese (Brazil). All of it best knowledge. */
export const pt = `
comprador compra
itens comprados
comprador recebe
aplica-se a
data de início
data de término
descrição interna
id de rastreamento
código promocional
um resgate por cliente
combinação de códigos promocionais
texto de exibição da página de detalhes
orçamento
adicionar nível
remover nível

uso único
grupo
nenhum
preferencial
irrestrito
exclusivo
pelo menos esta quantidade de itens
pelo menos este valor
para cada quantidade de itens comprados
porcentagem de desconto
valor do desconto
preço fixo para todos os itens
itens grátis
item adicional
selecione
catálogo inteiro


código promocional para mídias sociais
compre um e leve outro

revisar
enviar
nome do grupo
quantidade
criar
pronto
baixar
status
quantidade máxima por pedido
níveis
gerenciar códigos promocionais|gerir códigos promocionais
número de pedidos|pedidos
valor total|valor
cancelar|voltar|anterior
pendente|agendada
ativa|ativo|em andamento
expirada|expirado|encerrada|finalizada
cancelada|cancelado`;
